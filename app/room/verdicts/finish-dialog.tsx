'use client';

import { useState } from 'react';
import { useAsks, usePanel, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { plural } from '@/app/ui/format';
import { toCome } from '@/server/room/rules';

/** Ends the asking: the candidate goes to the green room, and the panel gives its verdicts. */
export default function FinishDialog() {
  const { open, select, show } = usePanelUi();
  const round = usePanel((view) => view.round);
  const asks = useAsks();
  const agenda = usePanel((view) => view.agenda.items);
  const nameOf = useNameOf();
  const send = useSend();
  const [sending, setSending] = useState(false);
  if (!round) return null;
  const left = toCome(agenda, asks).length;
  const closed = asks.filter((ask) => !ask.revealed && ask.rated > 0).length;
  const finish = async () => {
    setSending(true);
    await send({ type: 'StartDeliberation', roundId: round.roundId });
    select(null);
    show('question');
    open(null);
  };
  const facts = [
    left > 0 ? `${plural(left, 'question')} of the agenda will not be asked.` : null,
    closed > 0 ? `Ratings of ${plural(closed, 'question')} open at the debrief at the latest.` : null,
  ].filter((fact) => fact !== null);
  return (
    <Dialog
      open
      alert
      onClose={() => open(null)}
      title="Finish asking?"
      description={`${nameOf(round.candidateId)} goes to the green room to look back and rate themselves. The panel gives its verdicts, each alone. You can go back to asking until the verdicts open.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep asking</Button>
          </DialogClose>
          <Button variant="primary" pending={sending} onClick={() => void finish()}>
            Finish and go to verdicts
          </Button>
        </>
      }
    >
      {facts.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
