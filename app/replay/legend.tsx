import { clsx } from 'clsx';
import type { ReplayKind } from '@/server/protocol/replay';
import { KindSign } from './kind-sign';
import { KIND_WORDS, LARGE } from './kinds';

interface LegendProps {
  /** Those on the scrubber. */
  kinds: readonly ReplayKind[];
  /** The one to jump by. */
  kind: ReplayKind | null;
}

/** What the marks on the scrubber mean. A phone has no room for it; there the list to jump by names them. */
export function Legend({ kinds, kind }: LegendProps) {
  const inOrder = [
    ...LARGE.filter((one) => kinds.includes(one)).reverse(),
    ...kinds.filter((one) => !LARGE.includes(one)),
  ];
  return (
    <ul aria-label="Marks" className="mt-2 flex flex-wrap gap-x-3.5 gap-y-1 text-xs max-sm:hidden">
      {inOrder.map((one) => (
        <li
          key={one}
          className={clsx(
            'inline-flex items-center gap-1.5',
            kind === one ? 'font-medium text-ink' : 'text-ink-soft',
          )}
        >
          <KindSign kind={one} />
          {KIND_WORDS[one]}
        </li>
      ))}
    </ul>
  );
}
