import type { ReactNode } from 'react';
import type { ReplayKind } from '@/server/protocol/replay';

/** Drawn in a square of 10 units. Each differs by its shape alone, so that no mark depends on colour. */
const SHAPES: Record<ReplayKind, ReactNode> = {
  phase: <path d="M5 0v10" strokeWidth="2.5" />,
  question: <rect x="1.5" y="1.5" width="7" height="7" className="fill-current" />,
  'follow-up': <rect x="2" y="2" width="6" height="6" />,
  clock: <path d="M8.5 5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 2.5V5h2" strokeWidth="1" />,
  hint: <path d="M5 1.5 8.5 8h-7z" />,
  code: <path d="M3.5 2 1 5l2.5 3M6.5 2 9 5 6.5 8" />,
  tick: <path d="m1.5 5 2.5 3 4.5-6" />,
  star: <path d="M5 .5v9M1 2.7l8 4.6M9 2.7 1 7.3" />,
  note: <path d="M1.5 3h7M1.5 7h4.5" />,
  rating: <circle cx="5" cy="5" r="2.8" className="fill-current" />,
  reveal: <path d="M5 .5 9.5 5 5 9.5.5 5z" className="fill-current" />,
  verdict: <path d="M5 1 9.3 8.7H.7z" className="fill-current" />,
  decision: <path d="M1 5a4 4 0 1 0 8 0 4 4 0 1 0-8 0M5 3.5v3M3.5 5h3" strokeWidth="1.5" />,
  reflection: <path d="M1.5 2.5h7M1.5 5h7M1.5 7.5h7" />,
  message: <path d="M1.5 2h7v4.5h-4l-2 2v-2h-1z" />,
  other: <path d="M5 4v2" />,
};

/** The mark of a kind of moment. Its word must be near. */
export function KindSign({ kind }: { kind: ReplayKind }) {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      className="shrink-0"
      aria-hidden="true"
    >
      {SHAPES[kind]}
    </svg>
  );
}
