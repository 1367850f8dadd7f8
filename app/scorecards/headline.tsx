import { plural, score } from '@/app/ui/format';
import { ScoreDots } from '@/app/ui/score-dots';
import type { Scorecard } from '@/server/protocol/scorecard';
import { MomentLink, movedAt } from './moments';
import { Titled } from './titled';
import { differenceInWords, moveInWords, type Names } from './words';

type HeadlineProps = {
  card: Scorecard;
  name: Names;
  /** Where the page of the replay is; null where the reader can't replay the round. */
  replay: string | null;
  /** The reader had the hot seat. */
  yours: boolean;
};

/** The one number, with dots on a line, and how the discussion changed it. */
export function Headline({ card, name, replay, yours }: HeadlineProps) {
  const { headline } = card;
  if (!headline) return <NotShared card={card} name={name} yours={yours} />;
  if (card.room.format === 'alone')
    return <OwnHeadline headline={headline} who={yours ? null : name(card.candidateId)} />;
  const self = card.self === null ? [] : [{ name: name(card.candidateId), value: card.self, self: true }];
  return (
    <Titled title="Independent ratings">
      {headline.first === null ? (
        <p className="mt-2 font-medium">Nobody assessed anything in this round, so there is no number.</p>
      ) : (
        <>
          <ScoreDots
            label={
              headline.people.length > 0
                ? 'Mean of each panelist’s first ratings'
                : 'Mean of all first ratings'
            }
            points={[
              ...headline.people.map(({ memberId, first }) => ({ name: name(memberId), value: first })),
              ...self,
            ]}
            mean={headline.first}
            className="mt-3"
          />
          <p className="mt-4 text-ink-soft text-sm print:mt-2 print:text-xs">
            {plural(headline.ratings, 'rating')}
            {headline.people.length > 0 ? ` by ${plural(headline.people.length, 'person', 'people')}` : ''},
            each given before anybody saw another’s.
            {card.shows.ratings === 'means' ? ' The panel shared their mean.' : ''}
            {self.length > 0 ? ` The hollow dot is ${yours ? 'your' : 'the candidate’s'} own.` : ''}
          </p>
          <Second card={card} name={name} replay={replay} />
        </>
      )}
      <NoVerdict>{OF_A_PANEL}</NoVerdict>
    </Titled>
  );
}

function Second({ card, name, replay }: Omit<HeadlineProps, 'yours'>) {
  const { headline } = card;
  if (!headline) return null;
  const difference = differenceInWords(headline.first, headline.second);
  const noOf = (askId: string) => card.asks.find((ask) => ask.askId === askId)?.no ?? 0;
  const moves = headline.moves.toSorted((a, b) => noOf(a.askId) - noOf(b.askId));
  if (headline.moves.length === 0 && card.shows.ratings === 'named')
    return <p className="mt-3">After talking, nobody changed a rating.</p>;
  return (
    <div className="mt-3 print:mt-1">
      <p>
        After talking <b className="font-semibold tabular">{score(headline.second)}</b>
        {difference ? <span className="text-ink-soft">, {difference}</span> : null}
      </p>
      <ul className="mt-1 text-ink-soft text-sm print:flex print:flex-wrap print:gap-x-3 print:text-xs">
        {moves.map((move) => (
          <li key={`${move.askId} ${move.memberId}`}>
            <MomentLink card={card} replay={replay} at={movedAt(card, move)}>
              {moveInWords(move, name)}
            </MomentLink>{' '}
            on question {noOf(move.askId)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotShared({ card, name, yours }: Omit<HeadlineProps, 'replay'>) {
  const who = name(card.candidateId);
  return (
    <Titled title="Ratings">
      <p className="mt-2 font-medium">The host did not share the panel’s ratings of this round.</p>
      {card.self === null ? (
        <p className="mt-1 max-w-prose text-ink-soft text-sm">
          The questions, and what the panel shared with {yours ? 'you' : who}, are below.
        </p>
      ) : (
        <ScoreDots
          label={`Mean of ${yours ? 'your' : `${who}’s`} own ratings`}
          points={[{ name: who, value: card.self, self: true }]}
          className="mt-3"
        />
      )}
      <NoVerdict>{OF_A_PANEL}</NoVerdict>
    </Titled>
  );
}

const OF_A_PANEL = 'One round is not a verdict on a person. It is what a few people heard in a few minutes.';

function NoVerdict({ children }: { children: string }) {
  return (
    <p className="mt-4 max-w-prose print:mt-2 print:max-w-none border-line border-l-2 pl-3 text-sm">
      {children}
    </p>
  );
}

type OwnProps = {
  headline: NonNullable<Scorecard['headline']>;
  /** The name of the person who practised; null if it is the reader. */
  who: string | null;
};

/** For a practice: one person's own ratings, without a panel. */
function OwnHeadline({ headline, who }: OwnProps) {
  return (
    <section aria-labelledby="headline">
      <h2 id="headline" className="kicker">
        {who === null ? 'Rated by yourself' : 'Rated by themselves'}
      </h2>
      {headline.first === null ? (
        <p className="mt-2 font-medium">{who ?? 'You'} rated no answer, so there is no number.</p>
      ) : (
        <>
          <ScoreDots
            label={`Mean of ${who === null ? 'your' : `${who}’s`} own ratings`}
            points={[{ name: who ?? 'You', value: headline.first, self: true }]}
            mean={headline.first}
            className="mt-3"
          />
          <p className="mt-4 text-ink-soft text-sm print:mt-2">
            {plural(headline.ratings, 'rating')} of{' '}
            {who === null
              ? 'your own answers. It is kept apart from what panels gave you.'
              : `${who}’s answers, by ${who}. No panel rated them.`}
          </p>
        </>
      )}
      <NoVerdict>One practice is not a verdict on a person. Others may hear it differently.</NoVerdict>
    </section>
  );
}
