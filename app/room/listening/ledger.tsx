'use client';

import { useMyAsk, usePanel, useSend } from '@/app/live/use-room';
import { lookAtIssue, useWhereabouts } from '@/app/room/code/looking';
import { codeOf, issueOn, whereInWords } from '@/app/room/code/where';
import { Answer } from '@/app/room/shell/later-parts';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';
import { markWords } from '@/server/protocol/mark-words';
import type { PanelAsk } from '@/server/protocol/view-asking';
import type { Mark } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';
import { LedgerMarks } from './ledger-marks';
import { MarkHeads } from './mark-heads';

interface Props {
  /** Null for a question that has not been asked: its points can only be read. */
  ask: PanelAsk | null;
  item: PackItem;
}

/** What a good answer covers, why it matters, and what I heard of it. */
export function Ledger({ ask, item }: Props) {
  const mine = useMyAsk(ask?.askId ?? null);
  const over = usePanel((view) => isOver(view.round?.phase ?? 'asking'));
  const send = useSend();
  if (item.points.length === 0) return <Answer item={item} />;
  const words = markWords(item.kind);
  const mark = (pointId: string, to: Mark | null) => {
    if (!ask) return;
    lookAtIssue(ask.askId, pointId);
    void send({ type: 'MarkPoint', askId: ask.askId, pointId, mark: to });
  };
  return (
    <section aria-labelledby="ledger">
      <div className="flex items-end justify-between border-line border-b pb-1.5">
        <h3 id="ledger" className="kicker">
          {item.kind === 'exercise' ? 'Planted issues' : 'Key points'}
        </h3>
        {ask ? <MarkHeads words={words} /> : null}
      </div>
      {item.kind === 'exercise' ? (
        <p className="pt-1.5 text-ink-soft text-sm">Explained without an edit counts as found.</p>
      ) : null}
      <ul>
        {item.points.map((point) => (
          <li key={point.id} className="flex items-start gap-3 border-line border-b py-1.5 last:border-b-0">
            <div className="min-w-0 flex-1 py-1">
              <p className="text-wrap text-sm leading-4.5 font-medium">
                <PackText>{point.text}</PackText>
                <IssueFacts point={point} askId={ask?.askId ?? null} />
              </p>
              {point.context ? (
                <p className="text-wrap pt-0.5 text-ink-soft text-sm leading-4.5">
                  <span className="sr-only">Why: </span>
                  <Context text={point.context} />
                </p>
              ) : null}
            </div>
            {ask ? (
              <LedgerMarks
                name={`${ask.askId}/${point.id}`}
                label={point.text}
                words={words}
                readOnly={over}
                value={ownOf(mine?.ticks ?? {}, point.id) ?? null}
                onChange={(to) => mark(point.id, to)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Packs may begin it in lower case, after "Context:". Code at the beginning stays unchanged. */
function Context({ text }: { text: string }) {
  return (
    <span className={text.startsWith('`') ? 'block' : 'block first-letter:uppercase'}>
      <PackText>{text}</PackText>
    </span>
  );
}

interface IssueFactsProps {
  point: PackItem['points'][number];
  /** The ask in whose code it is; null before it is asked. */
  askId: string | null;
}

/** How severe a planted issue is, and where it is: a link where the code is on the screen. */
export function IssueFacts({ point, askId }: IssueFactsProps) {
  const lines = useWhereabouts(askId);
  if (!('severity' in point)) return null;
  const where = whereInWords(point.lines, lines?.get(issueOn(point.id)));
  return (
    <span className="ml-2 inline-flex items-baseline gap-2 align-baseline">
      {point.severity ? <Badge>{point.severity}</Badge> : null}
      {where && lines && askId ? (
        // A link, and no button: in a replay, where nothing can be changed, every button is off.
        <a
          href={`#${codeOf(askId)}`}
          className="text-xs underline decoration-edge underline-offset-2 hover:decoration-ink"
          onClick={(event) => {
            event.preventDefault();
            lookAtIssue(askId, point.id);
          }}
        >
          <span className="sr-only">Show in the code: </span>
          {where}
        </a>
      ) : where ? (
        <span className="text-ink-soft text-xs">{where}</span>
      ) : null}
    </span>
  );
}
