'use client';

import { createContext, createElement, type ReactNode, use, useEffect, useState } from 'react';
import { Later, useLater } from './later';
import { LayerNotLoaded } from './not-loaded';
import { whenIdle } from './when-idle';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  open: boolean;
  /** Asked for by Escape, by the way out, or by a click beside it. */
  onClose: () => void;
  children?: ReactNode;
  /** Buttons, the one that goes on last. Wrap the way out in `DialogClose`. */
  footer?: ReactNode;
  /** For what ends or removes: it cannot be left by a click beside it. */
  alert?: boolean;
  /** `full` is as wide as there is room: for two things side by side. */
  wide?: boolean | 'full';
};

const layer = new Later(() => import('./dialog-layer'));
/** Of the dialog around it. */
const CloseContext = createContext<(props: { children: ReactNode }) => ReactNode>(() => null);

/**
 * A layer over the page with one job; on a phone it comes from below. Its code comes when the browser is idle, so it
 * weighs nothing at the start and still opens with the connection gone.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  const [needed, setNeeded] = useState(false);

  useEffect(() => whenIdle(() => void layer.ahead()), []);

  if (open && !needed) setNeeded(true);
  const state = useLater(layer, open);

  return (
    <>
      {needed && state.kind === 'here' ? (
        <CloseContext value={state.code.Close}>
          <state.code.DialogLayer {...rest} open={open} />
        </CloseContext>
      ) : null}
      {open && state.kind === 'failed' ? (
        <LayerNotLoaded again={() => void layer.load()} onClose={rest.onClose} />
      ) : null}
    </>
  );
}

/** Closes the dialog around it; its child is the button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return createElement(use(CloseContext), null, children);
}
