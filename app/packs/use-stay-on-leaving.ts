'use client';

import { useEffect } from 'react';

/** Has the browser ask before a page is left that holds what nobody has saved. */
export function useStayOnLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsaved]);
}
