import { feedbackDraft } from '@/app/live/drafts';
import { useOwnText } from '@/app/live/use-own-text';
import { useLive, useSend } from '@/app/live/use-room';
import { useSaveWord } from '@/app/room/listening/save-word';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { PackText } from '@/app/ui/pack-text';
import { SavedElsewhere } from '@/app/ui/saved-elsewhere';
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
  const keep = useOwnText(feedbackDraft(roundId, 'keep'), saved.keepDoing);
  const work = useOwnText(feedbackDraft(roundId, 'work'), saved.workOn);
  const touched = keep.touched || work.touched;
  const word = useSaveWord();
  const save = () => {
    const base =
      keep.base === undefined || work.base === undefined
        ? undefined
        : { keepDoing: keep.base, workOn: work.base };
    const [keepDoing, workOn] = [keep.whole.trim(), work.whole.trim()];
    void send({ type: 'WriteFeedback', roundId, keepDoing, workOn, base });
    keep.clear();
    work.clear();
  };
  return (
    <>
      <Field label="Keep doing" hint="What worked, and why.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={keep.text}
            onChange={(event) => keep.write(event.target.value)}
          />
        )}
      </Field>
      <SavedElsewhere text={keep.elsewhere} />
      <Counted text={keep.whole} limit={LIMITS.feedback} />
      <Field label="Work on next" hint="One or two things, and how to practise them.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={work.text}
            onChange={(event) => work.write(event.target.value)}
          />
        )}
      </Field>
      <SavedElsewhere text={work.elsewhere} />
      <Counted text={work.whole} limit={LIMITS.feedback} />
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
                  onClick={() => work.write([work.text.trim(), text].filter(Boolean).join('\n'))}
                >
                  <PackText>{text}</PackText>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <Button disabled={!touched || isTooLong(keep.whole) || isTooLong(work.whole)} onClick={save}>
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
  const own = useOwnText(feedbackDraft(roundId, 'summary'), saved);
  const word = useSaveWord();
  // Another host's text is replaced, as the hint says.
  const whole = by === null ? own.whole : own.text;
  const save = () => {
    void send({ type: 'WriteSummary', roundId, text: whole.trim(), base: own.base });
    own.clear();
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
            value={own.text}
            onChange={(event) => own.write(event.target.value)}
          />
        )}
      </Field>
      <SavedElsewhere text={by === null ? own.elsewhere : null} />
      <Counted text={whole} limit={LIMITS.feedback} />
      <div>
        <Button disabled={!own.touched || isTooLong(whole)} onClick={save}>
          {own.touched || saved === '' ? 'Save summary' : word}
        </Button>
      </div>
    </>
  );
}
