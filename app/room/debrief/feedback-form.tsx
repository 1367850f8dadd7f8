'use client';

import { useState } from 'react';
import { feedbackDraft } from '@/app/live/drafts';
import { useBank } from '@/app/live/use-bank';
import { useAsks, useDraft, useIsHost, useMine, usePanel, useSend } from '@/app/live/use-room';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';
import { LIMITS } from '@/server/protocol/words';
import { missedMost } from './missed-most';

/** What I write for the candidate to read, prompted by what the panel missed most. */
export function FeedbackForm({ roundId }: { roundId: string }) {
  const rates = useMine((mine) => mine.rates) ?? false;
  const isHost = useIsHost();
  const counts = usePanel((view) => view.closing?.feedback ?? null);
  const isPublished = usePanel((view) => view.published !== null);
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const nameOf = useNameOf();
  if (!rates && !isHost) return null;
  return (
    <section className="flex max-w-2xl flex-col gap-4">
      <PanelHeading
        level={3}
        aside={
          counts ? (
            <span className="text-ink-soft text-sm">{`${counts.written} of ${counts.of} written`}</span>
          ) : null
        }
      >
        Feedback for {nameOf(candidateId)}
      </PanelHeading>
      <p className="text-ink-soft text-sm">
        {isPublished
          ? 'The scorecard is published: what you save here is on it at once, if feedback is shared.'
          : 'Nobody else reads it before the scorecard is published.'}
      </p>
      {rates ? <OwnFeedback roundId={roundId} /> : null}
      {isHost ? <Summary roundId={roundId} /> : null}
    </section>
  );
}

function OwnFeedback({ roundId }: { roundId: string }) {
  const saved = useMine((mine) => mine.feedback);
  const send = useSend();
  const asks = useAsks();
  const reveals = usePanel((view) => view.reveals.reveals);
  const { bank } = useBank();
  const [keepDraft, setKeepDraft] = useDraft(feedbackDraft(roundId, 'keep'));
  const [workDraft, setWorkDraft] = useDraft(feedbackDraft(roundId, 'work'));
  const [touched, setTouched] = useState(keepDraft !== '' || workDraft !== '');
  const keepDoing = touched ? keepDraft : (saved?.keepDoing ?? '');
  const workOn = touched ? workDraft : (saved?.workOn ?? '');
  const write = (keep: string, work: string) => {
    setTouched(true);
    setKeepDraft(keep);
    setWorkDraft(work);
  };
  const save = () => {
    void send({ type: 'WriteFeedback', roundId, keepDoing: keepDoing.trim(), workOn: workOn.trim() });
    setKeepDraft('');
    setWorkDraft('');
    setTouched(false);
  };
  const missed = missedMost(asks, reveals, bank?.items ?? []);
  return (
    <>
      <Field label="Keep doing" hint="What worked, and what it did.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={LIMITS.feedback}
            value={keepDoing}
            onChange={(event) => write(event.target.value, workOn)}
          />
        )}
      </Field>
      <Field label="Work on next" hint="One or two things, and how to practise them.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={LIMITS.feedback}
            value={workOn}
            onChange={(event) => write(keepDoing, event.target.value)}
          />
        )}
      </Field>
      {missed.length > 0 ? (
        <div>
          <p className="text-ink-soft text-sm">Missed most. Press one to add it:</p>
          <ul className="mt-1 flex flex-col">
            {missed.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  className="min-h-(--control-sm) rounded text-left text-sm underline underline-offset-3"
                  onClick={() =>
                    write(
                      keepDoing,
                      `${workOn.trim()}${workOn.trim() ? '\n' : ''}${text}`.slice(0, LIMITS.feedback),
                    )
                  }
                >
                  <PackText>{text}</PackText>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <Button disabled={!touched} onClick={save}>
          {touched || !saved ? 'Save feedback' : 'Saved'}
        </Button>
      </div>
    </>
  );
}

function Summary({ roundId }: { roundId: string }) {
  const saved = useMine((mine) => mine.summary) ?? '';
  const send = useSend();
  const [draft, setDraft] = useDraft(feedbackDraft(roundId, 'summary'));
  const [touched, setTouched] = useState(draft !== '');
  const save = () => {
    void send({ type: 'WriteSummary', roundId, text: draft.trim() });
    setDraft('');
    setTouched(false);
  };
  return (
    <>
      <Field label="Summary from the panel" hint="Yours as host: what the candidate reads first.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={LIMITS.feedback}
            value={touched ? draft : saved}
            onChange={(event) => {
              setTouched(true);
              setDraft(event.target.value);
            }}
          />
        )}
      </Field>
      <div>
        <Button disabled={!touched} onClick={save}>
          {touched || saved === '' ? 'Save summary' : 'Saved'}
        </Button>
      </div>
    </>
  );
}
