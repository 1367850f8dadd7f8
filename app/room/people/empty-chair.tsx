import type { ReactNode } from 'react';

/** The candidate's chair while it is empty. */
export function EmptyChair({ children }: { children: ReactNode }) {
  return (
    <div className="flex w-32 flex-col items-center text-center">
      <span
        aria-hidden="true"
        className="grid size-12 place-items-center rounded-full border border-edge border-dashed"
      />
      <p className="text-balance pt-1.5 text-ink-soft text-sm">{children}</p>
    </div>
  );
}
