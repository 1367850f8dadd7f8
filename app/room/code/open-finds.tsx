import { useNameOf } from '@/app/room/shell/use-panel-room';
import { clock } from '@/app/ui/format';
import type { Find } from '@/server/protocol/code';
import type { Reveal } from '@/server/protocol/view-judging';
import { linesInWords } from '@/server/room/rules';
import { useWhereabouts } from './looking';
import { findOn, numbers, whereInWords } from './where';

/** One's own finds where the reveal opens none of them, because one does not rate. */
export function NotCounted({ finds }: { finds: readonly Find[] }) {
  if (finds.length === 0) return null;
  return (
    <section aria-label="Yours, not counted" className="pt-2 text-ink-soft text-sm">
      <h4 className="font-medium">Yours, not counted</h4>
      <ul>
        {finds.map(({ findId, text, lines, atMs }) => (
          <li key={findId} className="py-1">
            {text}
            {lines ? `, ${linesInWords(lines)}` : ''}, at <span className="tabular">{clock(atMs)}</span>. Only
            you see it, because you didn’t rate.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Extra finds, which join the ledger at the reveal, with whose they are and when they were heard. */
export function OpenFinds({ finds, askId }: { finds: Reveal['finds']; askId: string }) {
  const nameOf = useNameOf();
  const where = useWhereabouts(askId);
  const all = Object.entries(finds).flatMap(([memberId, own]) =>
    Object.values(own).map((find) => ({ ...find, memberId })),
  );
  if (all.length === 0) return null;
  return (
    <section aria-label="Extra finds">
      <ul className="text-sm">
        {all
          .sort((a, b) => a.atMs - b.atMs)
          .map(({ findId, memberId, text, lines, atMs }) => (
            <li key={`${memberId}-${findId}`} className="border-line border-b py-2 last:border-b-0">
              <span className="font-medium">{text}</span>{' '}
              <span className="text-ink-soft tabular">
                Extra find
                {lines ? `, ${whereInWords(numbers(lines), where?.get(findOn(memberId, findId)))}` : ''},
                found at {clock(atMs)} ({nameOf(memberId)})
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
