'use client';

import { useMemo } from 'react';
import { useBank } from '@/app/live/use-bank';
import { useAsks, usePanel } from '@/app/live/use-room';
import { agendaRows, nextRow } from '@/app/room/agenda/agenda-rows';
import { BankNotice } from '@/app/room/agenda/bank-notice';
import { PushButtons, PushWaysTold } from '@/app/room/agenda/push-buttons';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useIsObserver, useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { PackText } from '@/app/ui/pack-text';

/** The middle while no question is live: what the candidate sees now, and the next question. */
export function NoQuestion() {
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const agenda = usePanel((view) => view.agenda.items);
  const asks = useAsks();
  const { bank } = useBank();
  const next = useMemo(() => nextRow(agendaRows(agenda, asks, bank)), [agenda, asks, bank]);
  const nameOf = useNameOf();
  const isObserver = useIsObserver();
  const { select } = usePanelUi();
  const name = nameOf(candidateId);
  return (
    <div className="flex flex-col gap-8 px-4 py-10 sm:px-6">
      <div className="flex flex-col gap-1">
        <h2 className="font-semibold text-2xl">
          {asks.length > 0 ? 'No question is live' : `${name} is in the hot seat`}
        </h2>
        <p className="max-w-prose text-ink-soft">
          {asks.length > 0
            ? `${name} sees that the next question is coming.`
            : 'Say hello on your call first. The clock starts with the first question.'}
        </p>
      </div>
      {next ? (
        <section aria-labelledby="next" className="flex flex-col gap-2">
          <h3 id="next" className="kicker">
            Next by the agenda · {next.heading}
          </h3>
          <p className="max-w-prose text-xl">
            <PackText>{next.text}</PackText>
          </p>
          <div className="flex flex-wrap gap-2 pt-2">
            {isObserver ? null : (
              <PushButtons
                variant="primary"
                className="max-fold:hidden"
                itemId={next.itemId}
                item={next.item}
                label="Push to candidate"
              />
            )}
            <Button variant="quiet" onClick={() => select({ kind: 'item', itemId: next.itemId })}>
              Read it first
            </Button>
          </div>
          {isObserver ? null : <PushWaysTold item={next.item} />}
        </section>
      ) : bank === null ? (
        <BankNotice />
      ) : (
        <p className="text-ink-soft">
          Every question on the agenda has been asked. You can still push others from the bank.
        </p>
      )}
    </div>
  );
}
