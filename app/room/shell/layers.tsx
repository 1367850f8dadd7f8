'use client';

import { type ComponentType, createElement, useEffect } from 'react';
import { Later, useLater } from '@/app/ui/later';
import { LayerNotLoaded } from '@/app/ui/not-loaded';
import { toasts } from '@/app/ui/notify';
import { whenIdle } from '@/app/ui/when-idle';
import { LATER_PARTS } from './later-parts';
import { type Layer, usePanelUi } from './panel-ui';

const later = (fetch: () => Promise<{ default: ComponentType }>) => new Later(fetch);

/** Each dialog's code loads when the browser is idle, so that it also opens without a connection. */
const CODE: Record<Layer, Later<{ default: ComponentType }>> = {
  people: later(() => import('@/app/room/people/people-dialog')),
  agenda: later(() => import('@/app/room/agenda/agenda-dialog')),
  invites: later(() => import('./invites-layer')),
  settings: later(() => import('./settings-layer')),
  finish: later(() => import('@/app/room/verdicts/finish-dialog')),
  publish: later(() => import('@/app/room/debrief/publish-dialog')),
  reveal: later(() => import('@/app/room/reveal/reveal-early')),
  excuse: later(() => import('@/app/room/verdicts/excuse-last')),
  discard: later(() => import('./discard-dialog')),
  feedback: later(() => import('@/app/room/debrief/feedback-layer')),
  end: later(() => import('./end-layer')),
  shortcuts: later(() => import('./shortcuts-dialog')),
  rename: later(() => import('./rename-layer')),
  return: later(() => import('./return-layer')),
  palette: later(() => import('./palette')),
};

/** Together with the later screens of the round and the toasts, loaded ahead for the same reason. */
function fetchAhead(): void {
  for (const { ahead } of [...LATER_PARTS, toasts, ...Object.values(CODE)]) void ahead();
}

/** Whatever is open over the room now. */
export function Layers() {
  const { layer, open } = usePanelUi();
  useEffect(() => whenIdle(fetchAhead), []);
  return layer ? <OpenLayer key={layer} code={CODE[layer]} onClose={() => open(null)} /> : null;
}

function OpenLayer({ code, onClose }: { code: (typeof CODE)[Layer]; onClose: () => void }) {
  const state = useLater(code);
  if (state.kind === 'here') return createElement(state.code.default);
  return state.kind === 'failed' ? <LayerNotLoaded again={() => void code.load()} onClose={onClose} /> : null;
}
