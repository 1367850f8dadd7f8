'use client';

import { useState } from 'react';
import { usePanel, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Switch } from '@/app/ui/switch';
import type { Sharing } from '@/server/protocol/sharing';

const CHOICES: { key: keyof Sharing; label: string; hint: string }[] = [
  { key: 'ratings', label: 'Ratings', hint: 'Each first and second rating, with means and ranges.' },
  {
    key: 'keyPoints',
    label: 'Key points',
    hint: 'What a good answer covers, why, and what was heard of it.',
  },
  { key: 'verdicts', label: 'Verdicts', hint: 'Every panelist’s recommendation with its rationale.' },
];

/** Publishes the scorecard. In a led round the host chooses how much of it the candidate sees. */
export default function PublishDialog() {
  const { open } = usePanelUi();
  const round = usePanel((view) => view.round);
  const isLed = usePanel((view) => view.room.format === 'led');
  const nameOf = useNameOf();
  const send = useSend();
  const [sharing, setSharing] = useState<Sharing>({ ratings: true, keyPoints: false, verdicts: false });
  const [sending, setSending] = useState(false);
  if (!round) return null;
  const name = nameOf(round.candidateId);
  const publish = async () => {
    setSending(true);
    const all = { ratings: true, keyPoints: true, verdicts: true };
    const ack = await send({ type: 'PublishRound', roundId: round.roundId, sharing: isLed ? sharing : all });
    setSending(false);
    if (ack.ok) open(null);
  };
  return (
    <Dialog
      open
      onClose={() => open(null)}
      title="Publish the scorecard"
      description={
        isLed
          ? `The panel sees all of it. Choose what ${name} sees besides the questions and the notes that were shared.`
          : `${name} sees all of it, as the panel does: ratings, key points, verdicts, and the notes that were shared.`
      }
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Not yet</Button>
          </DialogClose>
          <Button variant="primary" pending={sending} onClick={() => void publish()}>
            Publish
          </Button>
        </>
      }
    >
      {isLed
        ? CHOICES.map(({ key, label, hint }) => (
            <Switch
              key={key}
              label={label}
              hint={hint}
              checked={sharing[key]}
              onChange={(event) => setSharing({ ...sharing, [key]: event.target.checked })}
            />
          ))
        : null}
    </Dialog>
  );
}
