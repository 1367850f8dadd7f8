'use client';

import Hand from 'lucide-react/icons/hand';
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import { useState } from 'react';
import { useCandidate, useMine, useOnline, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import type { Command } from '@/server/protocol/commands';

/** A candidate can ask for two things: a moment, and to be heard. */
export function AnswerControls() {
  const clock = useCandidate((view) => view.clock);
  return (
    <section aria-label="While you answer" className="flex flex-wrap justify-center gap-3 px-4 pt-3 pb-4">
      {clock ? (
        <MomentButton askId={clock.askId} moment={clock.moment} running={clock.runningSince !== null} />
      ) : null}
      <HandButton />
    </section>
  );
}

interface MomentButtonProps {
  askId: string;
  moment: boolean;
  running: boolean;
}

export function MomentButton({ askId, moment, running }: MomentButtonProps) {
  const send = useSend();
  const online = useOnline();
  const [pending, setPending] = useState(false);

  async function ask(command: Command) {
    setPending(true);
    await send(command);
    setPending(false);
  }

  if (moment)
    return (
      <Button
        size="lg"
        variant="primary"
        pending={pending}
        disabled={!online}
        onClick={() => void ask({ type: 'ResumeClock', askId })}
      >
        <Play size={18} aria-hidden="true" />I am ready, go on
      </Button>
    );
  // The panel has paused the clock already, so there is nothing to ask for.
  if (!running) return null;
  return (
    <Button
      size="lg"
      pending={pending}
      disabled={!online}
      onClick={() => void ask({ type: 'TakeMoment', askId })}
    >
      <Pause size={18} aria-hidden="true" />I need a moment
    </Button>
  );
}

function HandButton() {
  const send = useSend();
  const raised = useMine((mine) => mine.hand) ?? false;
  return (
    <Button
      size="lg"
      className={raised ? 'bg-ember-wash' : undefined}
      onClick={() => void send({ type: 'RaiseHand', raised: !raised })}
    >
      <Hand size={18} aria-hidden="true" />
      {raised ? 'Lower hand' : 'Raise hand'}
    </Button>
  );
}
