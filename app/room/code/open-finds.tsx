import { useNameOf } from '@/app/room/shell/use-panel-room';
import { clock } from '@/app/ui/format';
import type { Reveal } from '@/server/protocol/view-judging';
import { linesInWords } from '@/server/room/rules';

/** Extra finds, which join the ledger at the reveal, with whose they are and when they were heard. */
export function OpenFinds({ finds }: { finds: Reveal['finds'] }) {
  const nameOf = useNameOf();
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
                Extra find{lines ? `, ${linesInWords(lines)}` : ''}, found at {clock(atMs)} (
                {nameOf(memberId)})
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
