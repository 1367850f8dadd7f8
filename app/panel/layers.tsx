'use client';

import { type ComponentType, createElement, lazy, Suspense, useEffect, useMemo } from 'react';
import { whenIdle } from '@/app/ui/when-idle';
import { type Layer, usePanelUi } from './panel-ui';

/** Each dialog's code comes when the browser is idle, so that it also opens with the connection gone. */
const CODE = {
  people: () => import('./people-dialog'),
  agenda: () => import('./agenda-dialog'),
  invites: () => import('./invites-layer'),
  settings: () => import('./settings-layer'),
  finish: () => import('./finish-dialog'),
  publish: () => import('./publish-dialog'),
  end: () => import('./end-dialog'),
  shortcuts: () => import('./shortcuts-dialog'),
  palette: () => import('./palette'),
} satisfies Record<Layer, () => Promise<{ default: ComponentType }>>;

const LAYERS: Record<Layer, ComponentType> = {
  people: lazy(CODE.people),
  agenda: lazy(CODE.agenda),
  invites: lazy(CODE.invites),
  settings: lazy(CODE.settings),
  finish: lazy(CODE.finish),
  publish: lazy(CODE.publish),
  end: lazy(CODE.end),
  shortcuts: lazy(CODE.shortcuts),
  palette: lazy(CODE.palette),
};

/** The later screens of the round and the toasts, fetched ahead for the same reason. */
const LATER = [
  () => import('./reveal'),
  () => import('./deliberation'),
  () => import('./debrief'),
  () => import('@/app/ui/toasts'),
  () => import('sonner'),
];

/** What is here already opens at once, so that the next key is typed into it. */
const here = new Map<string, ComponentType>();

function fetchAhead(): void {
  for (const fetch of LATER) void fetch();
  for (const [layer, fetch] of Object.entries(CODE))
    void fetch().then(({ default: Loaded }) => here.set(layer, Loaded));
}

/** Whatever lies over the room just now. */
export function Layers() {
  const { layer } = usePanelUi();
  useEffect(() => whenIdle(fetchAhead), []);
  const open = useMemo(() => layer && createElement(here.get(layer) ?? LAYERS[layer]), [layer]);
  return open ? <Suspense>{open}</Suspense> : null;
}
