'use client';

import { createContext, createElement, type ReactNode, use, useEffect, useState } from 'react';
import { Later, useLater } from './later';
import { LayerNotLoaded } from './not-loaded';
import { whenIdle } from './when-idle';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  open: boolean;
  /** Called for Escape, the close button, or a click beside it. */
  onClose: () => void;
  children?: ReactNode;
  /** Buttons, with the main one last. Wrap the one that closes in `DialogClose`. */
  footer?: ReactNode;
  /** For actions that end or remove something: a click beside it does not close it. */
  alert?: boolean;
  /** `full` uses the whole width, for two things side by side. */
  wide?: boolean | 'full';
};

const layer = new Later(() => import('./dialog-layer'));
/** Closes the dialog around it. */
const CloseContext = createContext<(props: { children: ReactNode }) => ReactNode>(() => null);

/**
 * A layer over the page with one job; on a phone it slides in from below. Its code loads when the browser is idle, so that
 * it does not delay the page and still opens without a connection.
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
