'use client';

import { useSyncExternalStore } from 'react';
import { useLater } from './later';
import { plainNotice, toasts } from './notify';

/** The only place for toasts, once in the layout. Their code loads with the first notice. */
export function Toaster() {
  const state = useLater(toasts, false);
  const plain = useSyncExternalStore(plainNotice.subscribe, plainNotice.get, () => null);
  const dismiss = () => plainNotice.show(null);
  return (
    <>
      {state.kind === 'here' ? <state.code.Toasts /> : null}
      <div role="status">
        {plain ? (
          <p
            data-notice
            className="pointer-events-auto fixed inset-x-4 bottom-[calc(var(--bottom-bar,0px)+1.5rem)] z-50 mx-auto flex max-w-(--toast-width) items-center gap-3 rounded bg-ink px-4 py-3 text-paper text-sm shadow-float"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{plain.title}</span>
              {plain.more}
            </span>
            {plain.action ? (
              <button
                type="button"
                className={button}
                onClick={() => {
                  plain.action?.run();
                  dismiss();
                }}
              >
                {plain.action.label}
              </button>
            ) : null}
            <button type="button" className={button} onClick={dismiss}>
              Close
            </button>
          </p>
        ) : null}
      </div>
    </>
  );
}

const button =
  'min-h-(--control-sm) shrink-0 rounded px-3 font-medium inset-ring inset-ring-paper/40 hover:bg-paper/12 focus-visible:outline-paper';
