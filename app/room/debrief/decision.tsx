'use client';

import { useState } from 'react';
import { type DecisionDraft, decisionDraft, parseDecisionDraft } from '@/app/live/drafts';
import { useDraft, useIsHost, useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { Textarea } from '@/app/ui/input';
import { PanelHeading } from '@/app/ui/panel-heading';
import { RadioGroup } from '@/app/ui/radio-group';
import { inOrder } from '@/server/protocol/in-order';
import {
  DECISION_NAMES,
  DECISIONS,
  LIMITS,
  type RoundDecision,
  VERDICT_NAMES,
} from '@/server/protocol/words';
import { isDissent, isOver } from '@/server/room/rules';

/** A led panel's decision, which only the panel sees. Recording it closes the round. */
export function Decision({ roundId }: { roundId: string }) {
  const decided = useMine((mine) => mine.decision);
  const isHost = useIsHost();
  const joinedAfter = useMine((mine) => mine.joinedAfter);
  const mayDecide = isHost && !joinedAfter;
  const isClosed = usePanel((view) => view.round !== null && isOver(view.round.phase));
  const [changing, setChanging] = useState(false);
  const [unsent] = useDraft(decisionDraft(roundId));
  if (!mayDecide && !decided)
    return (
      <section>
        <PanelHeading level={3}>Decision</PanelHeading>
        <p className="text-ink-soft">
          {joinedAfter
            ? `Only people who were there for the round see ${isHost ? 'and record it' : 'it'}.`
            : 'The host records it here, for the panel alone.'}
        </p>
      </section>
    );
  return (
    <section className="flex flex-col gap-2">
      <PanelHeading level={3}>Decision</PanelHeading>
      {decided && !(mayDecide && (changing || unsent !== '')) ? (
        <>
          <Decided {...decided} />
          {mayDecide ? (
            <div>
              <Button size="sm" onClick={() => setChanging(true)}>
                Change the decision
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <DecisionForm roundId={roundId} last={decided} closes={!isClosed} onDone={() => setChanging(false)} />
      )}
    </section>
  );
}

/** The decision with its reason, and who dissents. */
export function Decided({ decision, why, by }: { decision: RoundDecision; why: string; by: string }) {
  const opened = usePanel((view) => view.verdicts?.opened ?? null);
  const nameOf = useNameOf();
  const dissent = inOrder(opened ?? {}).filter(({ verdict }) => isDissent(decision, verdict));
  return (
    <div className="flex max-w-prose flex-col gap-1">
      <p>
        <span className="font-semibold text-lg">{DECISION_NAMES[decision]}</span>
        <span className="text-ink-soft">, recorded by {nameOf(by)}</span>
      </p>
      {why ? <p className="wrap-anywhere whitespace-pre-wrap">{why}</p> : null}
      {dissent.map(({ memberId, verdict, rationale }) => (
        <p key={memberId} className="wrap-anywhere border-line border-l-2 pl-3 text-sm">
          <span className="font-medium">{nameOf(memberId)} dissents</span>
          <span className="text-ink-soft">, {VERDICT_NAMES[verdict].toLowerCase()}</span>
          {rationale ? `: ${rationale}` : ''}
        </p>
      ))}
    </div>
  );
}

const NOTHING_YET: Omit<DecisionDraft, 'replaces'> = { decision: null, why: '' };

interface FormProps {
  roundId: string;
  last: { decision: RoundDecision; why: string; by: string; at: number } | null;
  /** Recording it closes the round. */
  closes?: boolean;
  onDone: () => void;
}

/** Records a decision, or another one. */
export function DecisionForm({ roundId, last, closes = false, onDone }: FormProps) {
  const send = useSend();
  const isOnline = useOnline();
  const [stored, store] = useDraft(decisionDraft(roundId));
  const draft = parseDecisionDraft(stored);
  const { decision, why } = draft ?? last ?? NOTHING_YET;
  const recordedAt = last?.at ?? null;
  /** When the decision was recorded that its author has seen; a draft from an earlier version does not say. */
  const seen = draft ? draft.replaces : recordedAt;
  const other = seen !== undefined && seen !== recordedAt ? last : null;
  const write = (change: Partial<DecisionDraft>) =>
    store(JSON.stringify({ decision, why, replaces: seen, ...change } satisfies DecisionDraft));
  const done = () => {
    store('');
    onDone();
  };
  const [sending, setSending] = useState(false);
  const record = async () => {
    if (!decision) return;
    setSending(true);
    const ack = await send({ type: 'RecordDecision', roundId, decision, why: why.trim(), replaces: seen });
    setSending(false);
    if (ack.ok) done();
  };
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <RadioGroup
        legend="What does the panel decide?"
        name="decision"
        value={decision}
        onChange={(value) => write({ decision: value })}
        choices={DECISIONS.map((value) => ({ value, label: DECISION_NAMES[value] }))}
        className="[&>label]:mr-6 [&>label]:inline-flex"
      />
      <Field label="Why" hint="For the panel’s record. Candidates never see the decision.">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={why}
            onChange={(event) => write({ why: event.target.value })}
          />
        )}
      </Field>
      <Counted text={why} limit={LIMITS.rationale} />
      {other ? (
        <div role="status" className="flex flex-col gap-2 border-line border-l-2 pl-3">
          <p className="text-ink-soft text-sm">Recorded while you were writing:</p>
          <Decided {...other} />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => write({ replaces: recordedAt })}>
              Go on with mine
            </Button>
            <Button size="sm" variant="quiet" onClick={done}>
              Keep this one
            </Button>
          </div>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={other !== null || !decision || !isOnline || why.trim().length > LIMITS.rationale}
          pending={sending}
          onClick={() => void record()}
        >
          {last ? 'Record the change' : closes ? 'Record and close the round' : 'Record the decision'}
        </Button>
        {last && !other ? (
          <Button variant="quiet" onClick={done}>
            Keep it
          </Button>
        ) : null}
      </div>
    </div>
  );
}
