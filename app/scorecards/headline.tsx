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
};

/** The one number, with dots on a line, and how the discussion changed it. */
export function Headline({ card, name, replay }: HeadlineProps) {
  const { headline } = card;
  if (!headline) return <NotShared card={card} name={name} />;
  if (card.room.format === 'alone') return <OwnHeadline headline={headline} />;
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
            {self.length > 0
              ? ` The hollow dot is ${card.viewer.memberId === card.candidateId ? 'your' : 'the candidate’s'} own.`
              : ''}
          </p>
          <Second card={card} name={name} replay={replay} />
        </>
      )}
      <NoVerdict />
    </Titled>
  );
}

function Second({ card, name, replay }: HeadlineProps) {
  const { headline } = card;
  if (!headline) return null;
  const difference = differenceInWords(headline.first, headline.second);
  if (headline.moves.length === 0 && card.shows.ratings === 'named')
    return <p className="mt-3">After talking, nobody changed a rating.</p>;
  return (
    <div className="mt-3 print:mt-1">
      <p>
        After talking <b className="font-semibold tabular">{score(headline.second)}</b>
        {difference ? <span className="text-ink-soft">, {difference}</span> : null}
      </p>
      <ul className="mt-1 text-ink-soft text-sm print:flex print:flex-wrap print:gap-x-3 print:text-xs">
        {headline.moves.map((move) => (
          <li key={`${move.askId} ${move.memberId}`}>
            <MomentLink card={card} replay={replay} at={movedAt(card, move)}>
              {moveInWords(move, name)}
            </MomentLink>{' '}
            on question {card.asks.find(({ askId }) => askId === move.askId)?.no}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotShared({ card, name }: Omit<HeadlineProps, 'replay'>) {
  return (
    <Titled title="Ratings">
      <p className="mt-2 font-medium">The host did not share the panel’s ratings of this round.</p>
      {card.self === null ? (
        <p className="mt-1 max-w-prose text-ink-soft text-sm">
          The questions, and what the panel shared with you, are below.
        </p>
      ) : (
        <ScoreDots
          label="Mean of your own ratings"
          points={[{ name: name(card.candidateId), value: card.self, self: true }]}
          className="mt-3"
        />
      )}
      <NoVerdict />
    </Titled>
  );
}

function NoVerdict() {
  return (
    <p className="mt-4 max-w-prose print:mt-2 print:max-w-none border-line border-l-2 pl-3 text-sm">
      One round is not a verdict on a person. It is what a few people heard in a few minutes.
    </p>
  );
}

/** For a practice: one person's own ratings, without a panel. */
function OwnHeadline({ headline }: { headline: NonNullable<Scorecard['headline']> }) {
  return (
    <section aria-labelledby="headline">
      <h2 id="headline" className="kicker">
        Rated by yourself
      </h2>
      {headline.first === null ? (
        <p className="mt-2 font-medium">You rated no answer, so there is no number.</p>
      ) : (
        <>
          <ScoreDots
            label="Mean of your own ratings"
            points={[{ name: 'You', value: headline.first, self: true }]}
            mean={headline.first}
            className="mt-3"
          />
          <p className="mt-4 text-ink-soft text-sm print:mt-2">
            {plural(headline.ratings, 'rating')} of your own answers. It is kept apart from what panels gave
            you.
          </p>
        </>
      )}
      <NoVerdict />
    </section>
  );
}
