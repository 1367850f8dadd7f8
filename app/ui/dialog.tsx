'use client';

import {
  type ComponentProps,
  cloneElement,
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useState,
} from 'react';
import { Later, useLater } from './later';
import { LayerNotLoaded } from './not-loaded';
import { whenIdle } from './when-idle';

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; or steer with `open` and `onOpenChange`. */
  trigger?: ReactElement<ComponentProps<'button'>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons, the one that goes on last. Wrap the way out in `DialogClose`. */
  footer?: ReactNode;
  /** For what ends or removes: it cannot be left by a click beside it. */
  alert?: boolean;
  wide?: boolean;
};

const layer = new Later(() => import('./dialog-layer'));
/** Of the dialog around it. */
const CloseContext = createContext<(props: { children: ReactNode }) => ReactNode>(() => null);

/**
 * A layer over the page with one job; on a phone it comes from below. Its code comes when the browser is idle, so it
 * weighs nothing at the start and still opens with the connection gone.
 */
export function Dialog({ trigger, open, onOpenChange, ...content }: DialogProps) {
  const [openHere, setOpenHere] = useState(false);
  const [needed, setNeeded] = useState(false);
  const isOpen = open ?? openHere;

  useEffect(() => whenIdle(() => void layer.ahead()), []);

  if (isOpen && !needed) setNeeded(true);
  const state = useLater(layer, isOpen);
  const change = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };

  return (
    <>
      {trigger
        ? cloneElement(trigger, {
            onClick: (event) => {
              // Safari does not focus a button that is clicked, and the focus must find its way back.
              event.currentTarget.focus();
              change(true);
            },
            'aria-haspopup': 'dialog',
            'aria-expanded': isOpen,
          })
        : null}
      {needed && state.kind === 'here' ? (
        <CloseContext value={state.code.Close}>
          <state.code.DialogLayer {...content} open={isOpen} onOpenChange={change} />
        </CloseContext>
      ) : null}
      {isOpen && state.kind === 'failed' ? (
        <LayerNotLoaded again={() => void layer.load()} onClose={() => change(false)} />
      ) : null}
    </>
  );
}

/** Closes the dialog around it; its child is the button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return createElement(use(CloseContext), null, children);
}
