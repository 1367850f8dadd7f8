'use client';

import { type ComponentType, createElement, type ReactNode, useEffect } from 'react';
import { Later, useLater } from './later';
import { NotLoaded } from './not-loaded';

/**
 * A part of the page whose code loads when it is first shown, or with `ahead()`. If the code is here already, it shows at
 * once. If it cannot be loaded, a message takes its place, and everything around it goes on.
 */
export function onDemand<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
) {
  const later = new Later(fetch);
  function OnDemand(props: P) {
    const state = useLater(later);
    if (state.kind === 'here') return createElement(state.code, props);
    return state.kind === 'failed' ? <NotLoaded again={() => void later.load()} /> : waiting;
  }
  return Object.assign(OnDemand, { ahead: later.ahead });
}

/** After so long (ms) code that could not be fetched is fetched again. */
const AGAIN_MS = 5_000;

/** A part that shows nothing, and that nobody needs in the first second. What cannot be fetched is tried until it is here. */
export function inBackground(fetch: () => Promise<ComponentType>) {
  const later = new Later(fetch);
  return function InBackground() {
    const state = useLater(later);
    const hasFailed = state.kind === 'failed';
    useEffect(() => {
      if (!hasFailed) return;
      const timer = setTimeout(() => void later.load(), AGAIN_MS);
      return () => clearTimeout(timer);
    }, [hasFailed]);
    return state.kind === 'here' ? createElement(state.code) : null;
  };
}
