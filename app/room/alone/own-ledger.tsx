'use client';

import type { RefObject } from 'react';
import { useMyAsk, useSend } from '@/app/live/use-room';
import { LedgerMarks } from '@/app/room/listening/ledger-marks';
import { MarkHeads } from '@/app/room/listening/mark-heads';
import { AnswerText } from '@/app/ui/answer-text';
import { clock } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';
import { markWords } from '@/server/protocol/mark-words';
import type { AloneReview } from '@/server/protocol/view-alone';
import type { Mark } from '@/server/protocol/words';
import type { Head } from './listen';

interface Props {
  review: NonNullable<AloneReview>;
  head: RefObject<Head | null>;
  /** There is a recording. */
  canListen: boolean;
}

/** Before a moment, so that its beginning is heard. */
const RUN_UP_MS = 2_000;

/** What a good answer covers, and what of it I said: each mark with its moment in the recording. */
export function OwnLedger({ review: { askId, item, moments }, head, canListen }: Props) {
  const mine = useMyAsk(askId);
  const send = useSend();
  const words = markWords(item.kind);
  const mark = (pointId: string, to: Mark | null) =>
    void send({ type: 'MarkOwnPoint', askId, pointId, mark: to, atMs: head.current?.at() ?? null });
  return (
    <section aria-labelledby="own-ledger">
      <div className="flex items-end justify-between border-line border-b pb-1.5">
        <h3 id="own-ledger" className="kicker">
          {item.points.length > 0 ? 'Key points you made' : 'What a good answer says'}
        </h3>
        {item.points.length > 0 ? <MarkHeads words={words} /> : null}
      </div>
      {item.points.length === 0 ? (
        <div className="py-2 text-sm">
          <AnswerText>
            {(item.kind === 'question' ? item.answer : null) ??
              'The pack gives no answer. Rate against the anchors.'}
          </AnswerText>
        </div>
      ) : null}
      <ul>
        {item.points.map(({ id, text, context }) => {
          const value = ownOf(mine?.ticks ?? {}, id) ?? null;
          const at = value === null || value === 'missed' ? undefined : ownOf(moments, id);
          const moment = canListen ? at : undefined;
          return (
            <li key={id} className="flex items-start gap-3 border-line border-b py-2 last:border-b-0">
              <div className="min-w-0 flex-1 py-1">
                <p className="font-medium text-sm">
                  <PackText>{text}</PackText>
                </p>
                {context ? (
                  <p className="pt-0.5 text-ink-soft text-sm">
                    <span className="sr-only">Why: </span>
                    <PackText>{context}</PackText>
                  </p>
                ) : null}
                {moment === undefined ? null : (
                  <button
                    type="button"
                    onClick={() => head.current?.play(Math.max(0, moment - RUN_UP_MS))}
                    className="mt-1 min-h-(--control-sm) rounded text-sm tabular underline underline-offset-3"
                  >
                    at {clock(moment)}
                    <span className="sr-only">: listen to this moment</span>
                  </button>
                )}
              </div>
              <LedgerMarks
                name={`${askId}/${id}`}
                label={text}
                words={words}
                readOnly={false}
                value={value}
                onChange={(to) => mark(id, to)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
