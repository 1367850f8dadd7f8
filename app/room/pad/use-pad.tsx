'use client';

import { createElement, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePanel } from '@/app/live/use-room';
import { Later, useLater } from '@/app/ui/later';
import { notify } from '@/app/ui/notify';
import { PadBoundary } from './pad-boundary';
import { canOpenPad, openPadWindow } from './pad-window';

const code = new Later(() => import('./pad'));

/** The pad beside a call: a small window above all others. It closes with this page, and when one leaves the panel's screen. */
export function usePad() {
  const title = usePanel((view) => view.room.title);
  const [pad, setPad] = useState<Window | null>(null);
  const state = useLater(code, pad !== null);
  useEffect(() => {
    if (!pad) return;
    const closed = () => setPad(null);
    pad.addEventListener('pagehide', closed);
    return () => {
      pad.removeEventListener('pagehide', closed);
      pad.close();
    };
  }, [pad]);
  const close = () => {
    pad?.close();
    setPad(null);
    void notify('The pad stopped working.', { more: 'Everything in it is here too.', failed: true });
  };
  const hasFailed = pad !== null && state.kind === 'failed';
  const failing = useEffectEvent(close);
  useEffect(() => {
    if (hasFailed) failing();
  }, [hasFailed]);
  const open = useCallback(async () => {
    const opened = await openPadWindow(title);
    if (opened) setPad(opened);
    else void notify('Your browser blocked the pad.', { more: 'Try again from this window.', failed: true });
  }, [title]);
  return {
    canOpen: canOpenPad() && pad === null,
    open,
    portal:
      pad && state.kind === 'here'
        ? createPortal(
            <PadBoundary onFailure={close}>{createElement(state.code.Pad)}</PadBoundary>,
            pad.document.body,
          )
        : null,
  };
}
