'use client';

import { type ComponentType, lazy, Suspense } from 'react';
import { type Layer, usePanelUi } from './panel-ui';

/** Each dialog's code is fetched when it is opened first. */
const LAYERS: Record<Layer, ComponentType> = {
  people: lazy(() => import('./people-dialog')),
  agenda: lazy(() => import('./agenda-dialog')),
  invites: lazy(() => import('./invites-layer')),
  finish: lazy(() => import('./finish-dialog')),
  publish: lazy(() => import('./publish-dialog')),
  end: lazy(() => import('./end-dialog')),
  shortcuts: lazy(() => import('./shortcuts-dialog')),
  palette: lazy(() => import('./palette')),
};

/** Whatever lies over the room just now. */
export function Layers() {
  const { layer } = usePanelUi();
  if (layer === null) return null;
  const Open = LAYERS[layer];
  return (
    <Suspense>
      <Open />
    </Suspense>
  );
}
