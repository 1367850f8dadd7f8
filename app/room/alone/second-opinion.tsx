'use client';

import { useEffect, useState } from 'react';
import { type Answer, ask, post } from '@/app/http';
import { browserStorage } from '@/app/live/key-value';
import { useMine } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { LedgerMark } from '@/app/ui/ledger-mark';
import { PackText } from '@/app/ui/pack-text';
import type { NoOpinion, Opinion, OpinionAnswer } from '@/server/protocol/opinion';
import type { AloneReview } from '@/server/protocol/view-alone';
import { LIMITS, WHOLE_ANSWER } from '@/server/protocol/words';

interface Props {
  roomId: string;
  review: NonNullable<AloneReview>;
  /** What was said, as it was written down. */
  text: string;
}

const storage = browserStorage();
/** Somebody else at this browser has agreed to nothing: a member is one person in one practice. Signing out deletes it. */
const agreedTo = (memberId: string, to: string, model: string) => `hotseat:judge/${memberId}/${to}/${model}`;

const WHY: Record<NoOpinion, string> = {
  unreached: 'The machine could not be reached. Your own rating is what counts anyway.',
  'too-slow': 'The machine took too long. Try again, or leave it.',
  'too-long': 'Your text is too long for this machine. Shorten it, and ask again.',
  'no-sense': 'The machine’s answer made no sense, so it is not shown.',
};

const NONE_BY_ITSELF = 'no rating: it showed too little of what you said';
const NONE_TO_THE_JUDGE = 'no rating: some of your text speaks to the machine, which proves nothing';

/** What a machine makes of the answer, where the server has one: a proposal that counts nowhere. */
export function SecondOpinion({ roomId, review, text }: Props) {
  const has = useHasJudge(roomId);
  const me = useMine((mine) => mine.memberId) ?? '';
  const { askId } = review;
  const [answer, setAnswer] = useState<OpinionAnswer | null>(null);
  /** The text that the answer is about. */
  const [about, setAbout] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** Without the text: only what would be sent around it. */
  const request = async (transcript: string | null) => {
    setPending(true);
    setProblem(null);
    const wish = { askId, transcript };
    const given: Answer<OpinionAnswer> = await post(`/api/practice/${roomId}/opinion`, wish);
    setPending(false);
    if (!given.ok) return setProblem(given.message);
    const { value } = given;
    const isKnown = value.kind === 'would-send' && storage.get(agreedTo(me, value.to, value.model)) !== null;
    if (isKnown) return request(text);
    setAbout(text);
    setAnswer(value);
  };
  const agree = ({ to, model }: { to: string; model: string }) => {
    storage.set(agreedTo(me, to, model), 'agreed');
    void request(text);
  };
  if (!has) return null;
  const isEmpty = text.trim() === '';
  const isTooLong = text.trim().length > LIMITS.transcript;
  return (
    <section aria-labelledby="opinion">
      <h3 id="opinion" className="kicker border-line border-b pb-1.5">
        A second opinion, by a machine
      </h3>
      {answer?.kind === 'would-send' && !isEmpty && !isTooLong ? (
        <WouldSend
          would={answer}
          said={text}
          pending={pending}
          agree={() => agree(answer)}
          leave={() => setAnswer(null)}
        />
      ) : (
        <>
          {answer?.kind === 'opinion' ? (
            <Proposal opinion={answer.opinion} review={review} isOld={about !== text} />
          ) : null}
          <p className="pt-3 text-ink-soft text-sm" role={answer?.kind === 'none' ? 'alert' : undefined}>
            {answer?.kind === 'none'
              ? WHY[answer.why]
              : isEmpty
                ? 'Write down what you said, and a machine proposes marks with your own words as evidence.'
                : 'It proposes marks with your own words as evidence. It counts nowhere.'}
          </p>
          <Counted text={text.trim()} limit={LIMITS.transcript} to="send it" />
          <Button
            size="sm"
            className="mt-2"
            pending={pending}
            aria-disabled={isEmpty || isTooLong || undefined}
            onClick={() => void request(null)}
          >
            {answer ? 'Ask again' : 'Ask for it'}
          </Button>
        </>
      )}
      {problem ? (
        <p role="alert" className="pt-2 text-sm">
          {problem}
        </p>
      ) : null}
    </section>
  );
}

function useHasJudge(roomId: string): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let isGone = false;
    void ask<boolean>('GET', `/api/practice/${roomId}/opinion`).then((answer) => {
      if (!isGone && answer.ok) setHas(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [roomId]);
  return has;
}

interface WouldSendProps {
  would: { to: string; model: string; before: string; after: string };
  /** Put in here: it has not left this browser. */
  said: string;
  pending: boolean;
  agree: () => void;
  leave: () => void;
}

/** Before the first time in a practice: to whom, and every word. */
function WouldSend({ would, said, pending, agree, leave }: WouldSendProps) {
  const { to, model, before, after } = would;
  return (
    <div className="pt-3">
      <p className="text-sm">
        This goes to <b className="font-semibold">{to}</b> ({model}), without your name or your voice:
      </p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached and scrolled by keyboard.
        tabIndex={0}
        className="scroll-y mt-2 max-h-64 whitespace-pre-wrap rounded bg-sunken p-3 text-xs"
      >
        {before}
        {said.trim()}
        {after}
      </pre>
      <div className="flex flex-wrap gap-2 pt-3">
        <Button size="sm" variant="primary" pending={pending} onClick={agree}>
          Send it
        </Button>
        <Button size="sm" onClick={leave}>
          Don’t send it
        </Button>
      </div>
    </div>
  );
}

function Proposal({
  opinion: { marks, rating, why, followUp, spokenTo },
  review,
  isOld,
}: {
  opinion: Opinion;
  review: Props['review'];
  isOld: boolean;
}) {
  const textOf = (id: string) =>
    id === WHOLE_ANSWER
      ? 'What a good answer says'
      : (review.item.points.find((point) => point.id === id)?.text ?? '');
  return (
    <div className="mt-3 rounded border border-edge border-dashed p-4 text-sm">
      {isOld ? <p className="mb-1 text-ink-soft">Of your text before you changed it:</p> : null}
      <p className="font-medium">
        A machine proposes{' '}
        {rating === null ? spokenTo ? NONE_TO_THE_JUDGE : NONE_BY_ITSELF : <>a rating of {rating}</>}.
      </p>
      {why ? <p className="mt-1">{why}</p> : null}
      <ul className="mt-3 flex flex-col gap-2.5">
        {marks.map(({ pointId, mark, quote }) => (
          <li key={pointId}>
            <span className="flex justify-between gap-4">
              <span className="min-w-0">
                <PackText>{textOf(pointId)}</PackText>
              </span>
              <LedgerMark mark={mark} className="shrink-0 self-start" />
            </span>
            {quote ? <q className="text-ink-soft italic">{quote}</q> : null}
          </li>
        ))}
      </ul>
      {followUp ? <p className="mt-3 text-ink-soft">It would ask next: {followUp}</p> : null}
    </div>
  );
}
