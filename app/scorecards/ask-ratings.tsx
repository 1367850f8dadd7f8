import { ScoreDots } from '@/app/ui/score-dots';
import type { ScorePoint } from '@/app/ui/score-lanes';
import type { Scorecard, ScorecardAsk, ScorecardPanel } from '@/server/protocol/scorecard';
import { listed } from '@/server/room/rules';
import { MomentLink, movedAt } from './moments';
import { CAUSES, lateRatings, moveInWords, type Names, spreadInWords } from './words';

type AskRatingsProps = {
  ask: ScorecardAsk;
  card: Scorecard;
  name: Names;
  /** Where the page of the replay is; null where the reader can't replay the round. */
  replay: string | null;
  /** The reader had the hot seat. */
  yours: boolean;
};

/** The first ratings as dots, with the candidate's own hollow, how far apart they are, and who moved. */
export function AskRatings({ ask, card, name, replay, yours }: AskRatingsProps) {
  const { panel, self } = ask;
  const ratings = panel?.ratings ?? [];
  const points: ScorePoint[] = ratings.flatMap(({ memberId, first }) =>
    first ? [{ name: name(memberId), value: first.value }] : [],
  );
  if (typeof self?.value === 'number')
    points.push({ name: name(card.candidateId), value: self.value, self: true });
  const moves = (card.headline?.moves ?? []).filter(({ askId }) => askId === ask.askId);
  const late = lateRatings(ask);
  const missing = ratings.filter(({ first, second }) => !first && !second);
  return (
    <div className="min-w-0 empty:hidden print:hidden">
      {points.length > 0 || typeof panel?.mean === 'number' ? (
        <ScoreDots label={`Ratings of question ${ask.no}`} points={points} mean={panel?.mean} />
      ) : null}
      {panel ? <Spread panel={panel} /> : null}
      {!panel && card.shows.ratings !== 'none' ? (
        <p className="text-ink-soft text-sm">
          {card.room.format === 'alone'
            ? `${yours ? 'You' : name(card.candidateId)} did not rate this answer.`
            : 'No rating of this question was revealed.'}
        </p>
      ) : null}
      {moves.map((move) => (
        <p key={move.memberId} className="mt-1 text-sm">
          <MomentLink card={card} replay={replay} at={movedAt(card, move)}>
            {moveInWords(move, name)} after talking
          </MomentLink>
        </p>
      ))}
      {late.map(({ memberId, value }) => (
        <p key={memberId} className="mt-1 text-sm">
          {`${name(memberId)} rated ${value} only after the reveal: it counts in no mean.`}
        </p>
      ))}
      {missing.length > 0 ? (
        <p className="mt-1 text-ink-soft text-sm">
          No rating from {listed(missing.map(({ memberId }) => name(memberId)))}
        </p>
      ) : null}
    </div>
  );
}

function Spread({ panel }: { panel: ScorecardPanel }) {
  const spread = spreadInWords(panel);
  if (!spread) return null;
  return (
    <p className="mt-2 text-sm">
      <span className="text-ink-soft tabular">{spread}</span>
      {panel.flagged ? (
        <>
          {' · '}
          <span className="font-medium">far apart</span>
          {panel.cause ? <span className="block">{CAUSES[panel.cause]}</span> : null}
        </>
      ) : null}
    </p>
  );
}
