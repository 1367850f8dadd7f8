import type { ReactNode } from 'react';
import { Button } from './button';
import { isComposing } from './chord';

interface NotLoadedProps {
  again: () => void;
}

/** Replaces a part of the page whose code could not be loaded. */
export function NotLoaded({ again }: NotLoadedProps) {
  return (
    <div role="alert" className="flex max-w-md flex-col items-start gap-3 p-6">
      <Words />
      <Ways again={again} />
    </div>
  );
}

/** The same for a layer over the page, such as a dialog or a menu. */
export function LayerNotLoaded({ again, onClose }: NotLoadedProps & { onClose: () => void }) {
  return (
    <div
      role="alertdialog"
      aria-label="This part did not load"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
      }}
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-md flex-col items-start gap-3 rounded bg-raised p-5 shadow-float inset-ring inset-ring-line"
    >
      <Words />
      <Ways again={again} focused>
        <Button size="sm" variant="quiet" onClick={onClose}>
          Close
        </Button>
      </Ways>
    </div>
  );
}

function Words() {
  return (
    <p>
      <span className="block font-medium">This part did not load</span>
      <span className="block text-ink-soft text-sm">
        The server could not be reached, or it was updated. What you did is safe. Try again. If that doesn’t
        help, reload the page.
      </span>
    </p>
  );
}

function Ways({ again, focused, children }: NotLoadedProps & { focused?: boolean; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" variant="primary" autoFocus={focused} onClick={again}>
        Try again
      </Button>
      <Button size="sm" variant="quiet" onClick={() => location.reload()}>
        Reload the page
      </Button>
      {children}
    </div>
  );
}
