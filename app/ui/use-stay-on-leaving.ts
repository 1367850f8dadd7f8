'use client';

import { useEffect } from 'react';

/** Makes the browser ask before somebody leaves a page with unsaved text. */
export function useStayOnLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsaved]);
}
