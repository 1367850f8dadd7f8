'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Kbd } from './kbd';
import { beside, type Side } from './place-beside';

type TooltipProps = {
  /** A few words. They must also be said elsewhere, since only sighted people see them. */
  label: ReactNode;
  /** The shortcut: "n", "Ctrl+Enter". */
  keys?: string;
  side?: Side;
  /** One focusable element with a name of its own. */
  children: ReactNode;
};

/** Long enough that passing over a row of buttons shows nothing. */
const HOVER_MS = 400;

/**
 * A word about a control, on hover and on focus by keyboard, above everything (the browser's top layer). It is our own
 * code, because a headless tooltip with its positioning would take a sixth of the room page's size limit.
 */
export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  const around = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const [listened, box] = [around.current, tip.current];
    if (!listened || !box) return;
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const show = () => {
      const anchor = listened.firstElementChild;
      if (anchor) showBeside(anchor, box, side);
    };
    const hide = () => {
      clearTimeout(timer);
      box.hidePopover();
    };
    const enter = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') timer = setTimeout(show, HOVER_MS);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show();
    };
    listened.addEventListener('pointerenter', enter, { signal });
    listened.addEventListener('focusin', focus, { signal });
    for (const leaving of ['pointerleave', 'pointerdown', 'focusout', 'keydown']) {
      listened.addEventListener(leaving, hide, { signal });
    }
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [side]);

  return (
    <span ref={around} className="contents">
      {children}
      <span
        ref={tip}
        popover="manual"
        aria-hidden="true"
        className="pointer-events-none fixed inset-auto m-0 max-w-72 animate-appear rounded bg-ink px-2.5 py-1.5 text-paper text-sm print:hidden"
      >
        <span className="flex items-center gap-2">
          {label}
          {keys ? <Kbd keys={keys} inverted /> : null}
        </span>
      </span>
    </span>
  );
}

/** Shows it before placing it, because it has no size until then. */
function showBeside(anchor: Element, box: HTMLElement, side: Side) {
  box.showPopover();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const place = beside(anchor.getBoundingClientRect(), box.getBoundingClientRect(), side, { width, height });
  box.style.left = `${place.left}px`;
  box.style.top = `${place.top}px`;
}
