import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Scorecard, ScorecardAsk, ScorecardMove } from '@/server/protocol/scorecard';
import type { Names } from './words';

type MomentsProps = {
  ask: ScorecardAsk;
  card: Scorecard;
  name: Names;
  /** Where the page of the replay is. */
  replay: string;
};

/** Ways into the replay: to the question, and to the moment of each rating. */
export function Moments({ ask, card, name, replay }: MomentsProps) {
  return (
    <p className="mt-4 flex flex-wrap gap-x-3 gap-y-1 text-ink-soft text-sm print:hidden">
      <span>Replay from:</span>
      {momentsOf(ask, card, name).map(({ at, words }) => (
        <MomentLink key={`${words} ${at}`} card={card} replay={replay} at={at} className="hover:text-ink">
          {words}
        </MomentLink>
      ))}
    </p>
  );
}

/** The question and all ratings of it that the viewer may see. */
function momentsOf({ askedAt, panel, self, mine }: ScorecardAsk, card: Scorecard, name: Names) {
  const ratings = panel?.ratings ?? [];
  const isAmong = ratings.some(({ memberId }) => memberId === card.viewer.memberId);
  const own = card.candidateId === card.viewer.memberId ? 'you rated yourself' : 'the candidate’s own rating';
  return [
    { at: askedAt, words: 'the question' },
    ...ratings.flatMap(({ memberId, first, second }) => [
      ...(first ? [{ at: first.at, words: `${name(memberId)} rated` }] : []),
      ...(second ? [{ at: second.at, words: `${name(memberId)} rated again` }] : []),
    ]),
    ...(mine?.first && !isAmong ? [{ at: mine.first.at, words: 'you rated' }] : []),
    ...(mine?.second && !isAmong ? [{ at: mine.second.at, words: 'you rated again' }] : []),
    ...(self ? [{ at: self.at, words: own }] : []),
  ];
}

interface MomentLinkProps {
  card: Scorecard;
  /** Where the page of the replay is; null where the reader can't replay the round. */
  replay: string | null;
  /** Milliseconds since the epoch. */
  at: number | undefined;
  className?: string;
  children: ReactNode;
}

/** A moment in the replay; just the words for a reader without one. */
export function MomentLink({ card, replay, at, className, children }: MomentLinkProps) {
  if (replay === null || at === undefined) return children;
  return (
    <Link
      href={`${replay}?at=${Math.max(0, at - card.round.startedAt)}`}
      prefetch={false}
      className={clsx('rounded underline underline-offset-3 print:no-underline', className)}
    >
      {children}
    </Link>
  );
}

/** When somebody changed their rating after the reveal. */
export function movedAt(card: Scorecard, { askId, memberId }: ScorecardMove): number | undefined {
  const ratings = card.asks.find((ask) => ask.askId === askId)?.panel?.ratings;
  return ratings?.find((rating) => rating.memberId === memberId)?.second?.at;
}
