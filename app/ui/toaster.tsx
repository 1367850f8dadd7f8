'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { onFirstNotice } from './notify';

const Toasts = lazy(() => import('./toasts'));

/** The one place for toasts, once in the layout. Its code is fetched with the first notice. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstNotice(() => setWanted(true)), []);
  return wanted ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
