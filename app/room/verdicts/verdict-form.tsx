'use client';

import { useEffect, useRef } from 'react';
import { rationaleDraft, verdictDraft } from '@/app/live/drafts';
import { useOwnText } from '@/app/live/use-own-text';
import { useDraft, useMine, usePanel, useSend } from '@/app/live/use-room';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { RadioGroup } from '@/app/ui/radio-group';
import { SavedElsewhere } from '@/app/ui/saved-elsewhere';
import { LIMITS, VERDICT_NAMES, VERDICTS } from '@/server/protocol/words';

/** My verdict with its rationale. It is face down until all are in, and I can change it until then. */
export function VerdictForm({ roundId }: { roundId: string }) {
  const given = useMine((mine) => mine.verdict);
  const setAside = useMine((mine) => mine.setAside);
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const nameOf = useNameOf();
  const send = useSend();
  const why = useOwnText(rationaleDraft(roundId), given?.rationale ?? '');
  const [chosenDraft, setChosen] = useDraft(verdictDraft(roundId));
  const chosen = VERDICTS.find((verdict) => verdict === chosenDraft) ?? null;
  const isUntouched = given === null && chosen === null && !why.touched;
  const begin = useRef(() => {
    if (!setAside || !isUntouched) return;
    setChosen(setAside.verdict);
    why.write(setAside.rationale);
  });
  // Once: a text that its author empties stays empty.
  useEffect(() => begin.current(), []);
  if (given && chosen === null && !why.touched)
    return (
      <section aria-labelledby="my-verdict" className="flex flex-col gap-2">
        <h3 id="my-verdict" tabIndex={-1} className="kicker">
          My verdict
        </h3>
        <p className="font-semibold text-lg">{VERDICT_NAMES[given.verdict]}</p>
        {given.rationale ? (
          <p className="wrap-anywhere max-w-prose whitespace-pre-wrap">{given.rationale}</p>
        ) : null}
        <div>
          <Button size="sm" onClick={() => setChosen(given.verdict)}>
            Change it
          </Button>
        </div>
      </section>
    );
  const clear = () => {
    setChosen('');
    why.clear();
  };
  const submit = () => {
    if (!chosen) return;
    const { whole, base } = why;
    void send({ type: 'SubmitVerdict', roundId, verdict: chosen, rationale: whole.trim(), base });
    clear();
  };
  return (
    <section className="flex max-w-xl flex-col gap-4">
      <RadioGroup
        legend={`Would you recommend ${nameOf(candidateId)}?`}
        name="verdict"
        value={chosen}
        onChange={setChosen}
        choices={VERDICTS.map((verdict) => ({ value: verdict, label: VERDICT_NAMES[verdict] }))}
      />
      <Field label="Why" hint="What you heard that led you there. Shown with your verdict.">
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            value={why.text}
            onChange={(event) => why.write(event.target.value)}
          />
        )}
      </Field>
      <SavedElsewhere text={why.elsewhere} />
      {setAside && !given ? (
        <p className="text-ink-soft text-sm">
          This is your verdict from before the last question. Change it if you like, then submit it again.
        </p>
      ) : null}
      <Counted text={why.whole} limit={LIMITS.rationale} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={!chosen || why.whole.trim().length > LIMITS.rationale}
          onClick={submit}
          data-heir="my-verdict"
        >
          Submit face down
        </Button>
        {given ? (
          <Button variant="quiet" onClick={clear} data-heir="my-verdict">
            Keep it
          </Button>
        ) : null}
      </div>
    </section>
  );
}
