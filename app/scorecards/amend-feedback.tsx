'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Dialog } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { notify } from '@/app/ui/notify';
import { useStayOnLeaving } from '@/app/ui/use-stay-on-leaving';
import type { FeedbackReaders } from '@/server/protocol/http-answers';
import type { OwnFeedback } from '@/server/protocol/own-feedback';
import type { FeedbackWish } from '@/server/protocol/requests';
import type { Scorecard } from '@/server/protocol/scorecard';
import { LIMITS } from '@/server/protocol/words';
import { ALREADY_SENT, whenItShows } from './feedback-words';

type Texts = Pick<OwnFeedback, 'keepDoing' | 'workOn'>;

type AmendProps = { card: Scorecard; own: OwnFeedback };

/** A rater's way to write or change their feedback, also when they have left the room and it has ended. */
export function AmendFeedback({ card: { room, round, people, candidateId }, own }: AmendProps) {
  const router = useRouter();
  /** `base`: what was saved when it was begun, as the author may write elsewhere; null for what is saved now. */
  const [draft, setDraft] = useState<(Texts & { base: Texts | null }) | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [sending, setSending] = useState(false);
  const saved = { keepDoing: own.keepDoing, workOn: own.workOn };
  const { keepDoing, workOn } = draft ?? saved;
  const write = (change: Partial<Texts>) =>
    setDraft({ keepDoing, workOn, base: draft ? draft.base : saved, ...change });
  const isNew = own.keepDoing === '' && own.workOn === '';
  const isTooLong = [keepDoing, workOn].some((text) => text.trim().length > LIMITS.feedback);
  useStayOnLeaving(draft !== null);
  const save = async () => {
    setSending(true);
    const path = `/api/scorecards/${room.roomId}/${round.roundId}/feedback`;
    const wish: FeedbackWish = {
      keepDoing: keepDoing.trim(),
      workOn: workOn.trim(),
      base: draft?.base ?? saved,
    };
    const answer = await post<FeedbackReaders>(path, wish);
    setSending(false);
    if (!answer.ok) {
      void notify('Your feedback was not saved', { more: answer.message, failed: true });
      if (answer.code !== 'changed-meanwhile') return;
      // The page then shows what was saved, and the author decides.
      setDraft({ keepDoing, workOn, base: null });
      return router.refresh();
    }
    void notify('Your feedback is saved.', { more: answer.value.sent ? ALREADY_SENT : undefined });
    setDraft(null);
    setIsOpen(false);
    router.refresh();
  };
  const candidate = people.find(({ memberId }) => memberId === candidateId)?.name ?? '';
  return (
    <div className="mt-4 print:hidden">
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {draft ? 'Go on writing your feedback' : isNew ? 'Write your feedback' : 'Change your feedback'}
      </Button>
      <Dialog
        title={`Your feedback for ${candidate}`}
        description={whenItShows(own)}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        footer={
          <Button
            variant="primary"
            disabled={draft === null || isTooLong}
            pending={sending}
            onClick={() => void save()}
          >
            Save feedback
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <Field label="Keep doing" hint="What worked, and why.">
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                value={keepDoing}
                onChange={(event) => write({ keepDoing: event.target.value })}
              />
            )}
          </Field>
          <Counted text={keepDoing} limit={LIMITS.feedback} />
          <Field label="Work on next" hint="One or two things, and how to practise them.">
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                value={workOn}
                onChange={(event) => write({ workOn: event.target.value })}
              />
            )}
          </Field>
          <Counted text={workOn} limit={LIMITS.feedback} />
        </div>
      </Dialog>
    </div>
  );
}
