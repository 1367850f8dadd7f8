'use client';

import type { ReactNode } from 'react';
import { bottomBar } from '@/app/ui/bottom-bar';

/** Stays at the bottom of the window: what the round is waiting for, and the primary button. */
export function LobbyFoot({ words, children }: { words: string; children: ReactNode }) {
  return (
    <section
      ref={bottomBar}
      aria-label="Before the round"
      className="sticky bottom-0 z-20 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-end gap-x-6 gap-y-3 px-4 py-3 sm:px-6">
        <p className="min-w-56 flex-1 text-pretty text-ink-soft text-sm" role="status">
          {words}
        </p>
        <div className="flex flex-wrap items-end gap-3">{children}</div>
      </div>
    </section>
  );
}
