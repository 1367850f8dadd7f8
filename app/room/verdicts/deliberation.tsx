'use client';

import { useIsHost, useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { GONE, useGone, useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { inWords } from '@/app/ui/format';
import { FaceDown } from './face-down';
import { OpenVerdicts } from './open-verdicts';
import { VerdictForm } from './verdict-form';

/** Middle, after the last question: verdicts face down, until all open at once. */
export function Deliberation() {
  const round = usePanel((view) => view.round);
  const verdicts = usePanel((view) => view.verdicts);
  const rates = useMine((mine) => mine.rates) ?? false;
  const isLate = useMine((mine) => mine.late) ?? false;
  const isHost = useIsHost();
  const isOnline = useOnline();
  const nameOf = useNameOf();
  const gone = useGone(round?.candidateId ?? null);
  const send = useSend();
  if (!round || !verdicts) return null;
  const { opened } = verdicts;
  const missing = verdicts.of - verdicts.in;
  /** Everybody who could give one has left or is excused, so verdicts no longer open automatically. */
  const nobodyLeft = verdicts.in === 0 && verdicts.excused.length >= verdicts.of;
  return (
    <div className="flex flex-col gap-8 px-4 pt-6 pb-20 sm:px-6">
      <header className="flex flex-col gap-1">
        <h2 className="font-semibold text-2xl">
          {opened ? 'The verdicts are open' : 'Verdicts, each alone'}
        </h2>
        <p className="max-w-prose text-ink-soft">
          {opened
            ? `They can’t change any more. Next is the debrief${gone ? '' : ', with the candidate back in the room'}.`
            : `${nameOf(round.candidateId)} ${gone ? GONE[gone] : 'is in the green room'}. Nobody sees a verdict before all are in${missing > 0 ? `: ${inWords(missing)} to come` : ''}.`}
        </p>
      </header>
      {opened ? (
        <OpenVerdicts opened={opened} />
      ) : (
        <>
          <FaceDown in={verdicts.in} of={verdicts.of} excused={verdicts.excused} />
          {rates ? <VerdictForm roundId={round.roundId} /> : null}
          {rates && isLate ? (
            <p className="max-w-prose text-ink-soft text-sm">
              You joined late, so nobody waits for your verdict. You can still give one.{' '}
              <Button size="sm" onClick={() => void send({ type: 'TakePart', roundId: round.roundId })}>
                Wait for mine
              </Button>
            </p>
          ) : null}
          {isHost ? (
            <div>
              <Button
                variant="quiet"
                disabled={!isOnline}
                onClick={() => void send({ type: 'ResumeAsking', roundId: round.roundId })}
              >
                Go back to asking
              </Button>
            </div>
          ) : null}
        </>
      )}
      {(opened || nobodyLeft) && isHost ? (
        <div className={opened ? 'max-fold:hidden' : undefined}>
          <Button
            variant="primary"
            disabled={!isOnline}
            onClick={() => void send({ type: 'OpenDebrief', roundId: round.roundId })}
          >
            Open the debrief
          </Button>
        </div>
      ) : opened ? (
        <p className="text-ink-soft text-sm">The host opens the debrief.</p>
      ) : null}
    </div>
  );
}
