'use client';

import { useEffect, useRef, useState } from 'react';
import { useLive, useOnline, useSend } from '@/app/live/use-room';
import { ScorecardSheet } from '@/app/scorecards/scorecard-sheet';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { Scorecard } from '@/server/protocol/scorecard';
import type { Sharing } from '@/server/protocol/sharing';
import type { Closing } from '@/server/protocol/view-closing';
import { EVERYTHING_SHARED, SHARED_AT_FIRST } from '@/server/protocol/words';
import { isSameCard } from './same-card';
import { SharingSwitches } from './sharing-switches';
import { sharedInWords } from './sharing-words';
import { type Preview, usePreview } from './use-preview';

interface PublishingProps {
  roundId: string;
  candidate: string;
  /** What the candidate can see of a led round that is over. */
  closing: Closing | null;
  onClose: () => void;
}

/** What the candidate gets: the switches, and beside them a preview. */
export default function Publishing({ roundId, candidate, closing, onClose }: PublishingProps) {
  const roomId = useLive((state) => state.view.room?.roomId ?? '');
  const isLed = useLive((state) => state.view.room?.format === 'led');
  const isOnline = useOnline();
  const send = useSend();
  const published = closing?.published ?? null;
  const first = isLed ? SHARED_AT_FIRST : EVERYTHING_SHARED;
  const [sharing, setSharing] = useState<Sharing>(published?.sharing ?? first);
  const [sending, setSending] = useState(false);
  const [hasChanged, setHasChanged] = useState(false);
  const choose = (next: Sharing) => {
    setSharing(next);
    setHasChanged(false);
  };
  const mayRead = closing?.isOpen ?? true;
  const preview = usePreview(roomId, roundId, sharing, mayRead);
  useToldOfChanges(preview.card);
  const act = async (type: 'PublishRound' | 'ChangeSharing' | 'WithdrawScorecard') => {
    setSending(true);
    const isSeen = type === 'WithdrawScorecard' || (await preview.isUpToDate());
    setHasChanged(!isSeen);
    const ack = isSeen
      ? await send(type === 'WithdrawScorecard' ? { type, roundId } : { type, roundId, sharing })
      : null;
    setSending(false);
    if (ack?.ok) onClose();
  };
  return (
    <Dialog
      open
      wide="full"
      onClose={onClose}
      title={published ? `What ${candidate} sees` : 'Publish the scorecard'}
      description={
        isLed
          ? 'The panel keeps all of it. You can change or withdraw this later.'
          : 'Among peers everybody gets everything.'
      }
      footer={
        <>
          {published ? (
            <Button
              variant="quiet"
              disabled={!isOnline}
              pending={sending}
              onClick={() => void act('WithdrawScorecard')}
            >
              Withdraw the scorecard
            </Button>
          ) : null}
          <DialogClose>
            <Button variant="quiet">{published ? 'Leave as it is' : 'Not yet'}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={!isOnline}
            pending={sending}
            onClick={() => void act(published ? 'ChangeSharing' : 'PublishRound')}
          >
            {published ? 'Change what they see' : 'Publish'}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          {isLed ? <SharingSwitches value={sharing} onChange={choose} /> : null}
          {closing ? <SharedBefore closing={closing} /> : null}
        </div>
        {mayRead ? (
          <PreviewOf preview={preview} hasChanged={hasChanged} candidate={candidate} />
        ) : (
          <p className="max-w-prose text-sm">
            This round was over before you joined, so its scorecard is not open to you, and there is no
            preview. You can still choose what {candidate} gets.
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** A screen reader hears that a switch, or what somebody wrote, has changed the preview. */
function useToldOfChanges(card: Scorecard | null): void {
  const last = useRef(card);
  useEffect(() => {
    const before = last.current;
    last.current = card;
    if (before && card && !isSameCard(before, card)) announce('The preview has changed.');
  }, [card]);
}

/** What the candidate could see, and when: they may have read, printed or kept it. */
function SharedBefore({ closing }: { closing: Closing }) {
  const lines = sharedInWords(closing);
  if (lines.length === 0) return null;
  return (
    <div className="border-line border-t pt-3 text-ink-soft text-sm">
      <ul className="flex flex-col gap-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="mt-1">{closing.candidate} may have read or kept it by then. That can’t be taken back.</p>
    </div>
  );
}

type PreviewProps = { preview: Preview; hasChanged: boolean; candidate: string };

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = 0;

function PreviewOf({ preview: { card, failed }, hasChanged, candidate }: PreviewProps) {
  return (
    <div className="min-w-0">
      <h3 id="preview" className="kicker">
        What {candidate} will see
      </h3>
      <div role="status" className="text-sm">
        {failed ? (
          <p className="mt-2">The preview could not be loaded. Nothing has been published.</p>
        ) : hasChanged ? (
          <p className="mt-2 font-medium">
            This has just changed, and nothing has been published. Look again, then press the button again.
          </p>
        ) : null}
      </div>
      <section
        aria-labelledby="preview"
        aria-busy={card === null}
        tabIndex={REACHABLE}
        className="scroll-y mt-2 max-h-[56dvh] overflow-y-auto rounded border border-line bg-paper px-4 pb-4 sm:px-6 [&_button]:hidden"
      >
        {card ? <ScorecardSheet card={card} unfolded /> : <SkeletonLines lines={8} />}
      </section>
    </div>
  );
}
