import type { ReactNode } from 'react';

/** One line about something to act on, and its buttons. `--banner-edge` aligns it with a page that is not as wide as the window. */
export function Banner({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex min-h-12 shrink-0 animate-appear flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sunken px-(--banner-edge,1rem) py-1.5 text-sm">
      <p className="min-w-0 flex-1">{children}</p>
      {actions ? <div className="flex gap-1">{actions}</div> : null}
    </div>
  );
}
