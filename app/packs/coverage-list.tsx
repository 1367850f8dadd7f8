import ChevronDown from 'lucide-react/icons/chevron-down';
import { plural } from '@/app/ui/format';
import type { Coverage } from '@/server/protocol/pack-library';
import { LineButton } from './line-button';

interface CoverageListProps {
  coverage: Coverage;
  onGo: (line: number) => void;
}

/** Parts of a long guide that are listed. */
const SHOWN = 80;

/** What the margin shows, in words: which lines are kept as notes, and which are left out, and why. */
export function CoverageList({ coverage, onGo }: CoverageListProps) {
  const spans = coverage.spans.filter(({ kind }) => kind !== 'used');
  if (spans.length === 0) return null;
  const parts = [
    coverage.notes > 0 ? `${plural(coverage.notes, 'line')} kept as notes` : '',
    coverage.leftOut > 0 ? `${plural(coverage.leftOut, 'line')} left out` : '',
  ];
  return (
    <details className="group border-line border-b">
      <summary className="flex min-h-(--control-sm) cursor-pointer list-none items-center gap-3 rounded px-4 py-1 text-ink-soft text-sm focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1 tabular">{parts.filter((part) => part !== '').join(', ')}</span>
        <ChevronDown size={16} className="transition-transform group-open:rotate-180" aria-hidden="true" />
      </summary>
      <ul className="px-1 pb-3 text-sm">
        {spans.slice(0, SHOWN).map(({ from, to, kind, reason }) => {
          const what = kind === 'note' ? 'kept as a note' : `left out: ${reason ?? 'not understood'}`;
          return (
            <li key={from} className="flex items-center gap-1">
              <LineButton line={from} of={what} onGo={onGo} />
              <p className="min-w-0 break-words tabular">
                {to > from ? `to ${to}, ` : ''}
                {what}
              </p>
            </li>
          );
        })}
        {spans.length > SHOWN ? (
          <li className="px-3 pt-1 text-ink-soft">
            {plural(spans.length - SHOWN, 'more part')} in the margin of the text
          </li>
        ) : null}
      </ul>
    </details>
  );
}
