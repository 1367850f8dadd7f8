import Link from 'next/link';
import type { Scorecard, ScorecardAsk } from '@/server/protocol/scorecard';
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
  const ratings = (ask.panel?.ratings ?? []).flatMap(({ memberId, first, second }) => [
    ...(first ? [{ ...first, words: `${name(memberId)} rated` }] : []),
    ...(second ? [{ ...second, words: `${name(memberId)} rated again` }] : []),
  ]);
  const moments = [{ at: ask.askedAt, words: 'the question' }, ...ratings];
  return (
    <p className="mt-4 flex flex-wrap gap-x-3 gap-y-1 text-ink-soft text-sm print:hidden">
      <span>Replay from:</span>
      {moments.map(({ at, words }) => (
        <Link
          key={words}
          href={`${replay}?at=${Math.max(0, at - card.round.startedAt)}`}
          prefetch={false}
          className="rounded underline underline-offset-3 hover:text-ink"
        >
          {words}
        </Link>
      ))}
    </p>
  );
}
