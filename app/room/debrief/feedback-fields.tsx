import { useState } from 'react';
import { feedbackDraft } from '@/app/live/drafts';
import { useDraft, useLive, useSend } from '@/app/live/use-room';
import { toSave } from '@/app/live/with-other';
import { useSaveWord } from '@/app/room/listening/save-word';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { PackText } from '@/app/ui/pack-text';
import type { MyFeedback } from '@/server/protocol/mine';
import { LIMITS } from '@/server/protocol/words';
import { useMissed } from './use-missed';

const isTooLong = (text: string) => text.trim().length > LIMITS.feedback;

type OwnProps = Pick<MyFeedback, 'roundId' | 'keepDoing' | 'workOn'>;

/** What to keep doing and what to work on, with the points that the panel missed most as a prompt. */
export function OwnFeedback({ roundId, ...saved }: OwnProps) {
  const send = useSend();
  const missed = useMissed(roundId);
  const isLed = useLive(({ view }) => view.room?.format === 'led');
  const [keepDraft, setKeepDraft] = useDraft(feedbackDraft(roundId, 'keep'));
  const [workDraft, setWorkDraft] = useDraft(feedbackDraft(roundId, 'work'));
  /** What was saved when the typing began; null before, and after a reload. */
  const [base, setBase] = useState<typeof saved | null>(null);
  // What the room rejected comes back as a draft.
  const touched = base !== null || keepDraft !== '' || workDraft !== '';
  const word = useSaveWord();
  const keepDoing = touched ? keepDraft : saved.keepDoing;
  const workOn = touched ? workDraft : saved.workOn;
  const write = (keep: string, work: string) => {
    if (!touched) setBase(saved);
    setKeepDraft(keep);
    setWorkDraft(work);
  };
  const toKeep = toSave(base?.keepDoing, saved.keepDoing, keepDoing);
  const toWork = toSave(base?.workOn, saved.workOn, workOn);
  const save = () => {
    void send({ type: 'WriteFeedback', roundId, keepDoing: toKeep.trim(), workOn: toWork.trim() });
    setKeepDraft('');
    setWorkDraft('');
    setBase(null);
  };
  return (
    <>
      <Field label="Keep doing" hint="What worked, and why.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={keepDoing}
            onChange={(event) => write(event.target.value, workOn)}
          />
        )}
      </Field>
      <Counted text={toKeep} limit={LIMITS.feedback} />
      <Field label="Work on next" hint="One or two things, and how to practise them.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={workOn}
            onChange={(event) => write(keepDoing, event.target.value)}
          />
        )}
      </Field>
      <Counted text={toWork} limit={LIMITS.feedback} />
      {missed.length > 0 ? (
        <div>
          <p className="text-ink-soft text-sm">
            Missed most. Press one to add it
            {isLed
              ? ' in the pack’s words, which the candidate then reads even if key points aren’t shared'
              : ''}
            :
          </p>
          <ul className="mt-1 flex flex-col">
            {missed.map(({ id, text }) => (
              <li key={id}>
                <button
                  type="button"
                  className="min-h-(--control-sm) rounded text-left text-sm underline underline-offset-3"
                  onClick={() => write(keepDoing, `${workOn.trim()}${workOn.trim() ? '\n' : ''}${text}`)}
                >
                  <PackText>{text}</PackText>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <Button disabled={!touched || isTooLong(toKeep) || isTooLong(toWork)} onClick={save}>
          {touched || !(saved.keepDoing || saved.workOn) ? 'Save feedback' : word}
        </Button>
      </div>
    </>
  );
}

type SummaryProps = {
  roundId: string;
  summary: string;
  /** Another host who wrote it. */
  by: string | null;
};

export function Summary({ roundId, summary: saved, by }: SummaryProps) {
  const send = useSend();
  const [draft, setDraft] = useDraft(feedbackDraft(roundId, 'summary'));
  /** As in `OwnFeedback`. */
  const [base, setBase] = useState<string | null>(null);
  const touched = base !== null || draft !== '';
  const word = useSaveWord();
  // Another host's text is replaced, as the hint says.
  const whole = by === null ? toSave(base ?? undefined, saved, draft) : draft;
  const save = () => {
    void send({ type: 'WriteSummary', roundId, text: whole.trim() });
    setDraft('');
    setBase(null);
  };
  return (
    <>
      <Field
        label="Summary from the panel"
        hint={
          by === null
            ? 'Yours as host: what the candidate reads first.'
            : `${by} wrote this. Your text replaces it.`
        }
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={touched ? draft : saved}
            onChange={(event) => {
              if (!touched) setBase(saved);
              setDraft(event.target.value);
            }}
          />
        )}
      </Field>
      <Counted text={touched ? whole : saved} limit={LIMITS.feedback} />
      <div>
        <Button disabled={!touched || isTooLong(whole)} onClick={save}>
          {touched || saved === '' ? 'Save summary' : word}
        </Button>
      </div>
    </>
  );
}
