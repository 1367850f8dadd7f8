import { type CSSProperties, type FocusEvent, useEffect } from 'react';
import { Toaster, toast, useSonner } from 'sonner';

export { toast };

/**
 * The library takes the focus back to where it was before as soon as it leaves the toasts, so that Tab would go in circles. It
 * does so only if it heard the focus arrive.
 */
const unheard = (event: FocusEvent) => event.stopPropagation();

/** Above the bar with buttons at the bottom of the window, if there is one. */
const ABOVE_BAR = { bottom: 'calc(var(--bottom-bar, 0px) + 1.5rem)' };

/** A property of the library's own. */
const TOAST_WIDTH = { '--width': 'var(--toast-width)' } as CSSProperties;

const MOST = 3;
/** What lies under the toasts can be scrolled out from under them: this variable says how high they may be. */
const ROOM = '--toast-room';

/** The toasts in our own style. */
export function Toasts() {
  const shown = Math.min(useSonner().toasts.length, MOST);
  useEffect(() => {
    const { style } = document.documentElement;
    if (shown > 0) style.setProperty(ROOM, `${1.5 + shown * 5.5}rem`);
    return () => void style.removeProperty(ROOM);
  }, [shown]);
  return (
    <div onFocusCapture={unheard} onBlurCapture={unheard}>
      <Toaster
        position="bottom-center"
        offset={ABOVE_BAR}
        mobileOffset={ABOVE_BAR}
        gap={8}
        visibleToasts={MOST}
        style={TOAST_WIDTH}
        expand
        toastOptions={{
          unstyled: true,
          classNames: {
            // Also above a dialog, which blocks the pointer everywhere else.
            toast:
              'pointer-events-auto flex w-full items-center gap-3 rounded bg-ink px-4 py-3 text-paper text-sm shadow-float sm:w-(--toast-width) font-sans',
            content: 'min-w-0 flex-1',
            title: 'font-medium',
            description: 'text-paper/80',
            icon: 'hidden',
            closeButton:
              'order-last -mr-2 grid size-(--control-sm) shrink-0 place-items-center rounded hover:bg-paper/12 focus-visible:outline-paper',
            actionButton:
              'min-h-(--control-sm) shrink-0 rounded px-3 font-medium inset-ring inset-ring-paper/40 hover:bg-paper/12 focus-visible:outline-paper',
          },
        }}
      />
    </div>
  );
}
