'use client';

import { type ComponentType, createElement, useEffect } from 'react';
import { Later, useLater } from './later';
import { LayerNotLoaded } from './not-loaded';
import { whenIdle } from './when-idle';

interface Opened {
  open: boolean;
  onClose: () => void;
}

/**
 * A dialog with its contents, whose code is not part of the page that opens it. The code loads when the browser is idle, so
 * that it also opens without a connection. Its contents start afresh each time it opens.
 */
export function dialogOnDemand<P extends Opened>(fetch: () => Promise<ComponentType<P>>) {
  const later = new Later(fetch);
  return function DialogOnDemand(props: P) {
    const { open, onClose } = props;
    const state = useLater(later, open);
    useEffect(() => whenIdle(() => void later.ahead()), []);
    if (!open) return null;
    if (state.kind === 'here') return createElement(state.code, props);
    return state.kind === 'failed' ? (
      <LayerNotLoaded again={() => void later.load()} onClose={onClose} />
    ) : null;
  };
}
