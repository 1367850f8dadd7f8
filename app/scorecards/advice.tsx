import { plural, score } from '@/app/ui/format';
import { LedgerSign } from '@/app/ui/ledger-mark';
import { PackText } from '@/app/ui/pack-text';
import type { Scorecard, ScorecardCompetency } from '@/server/protocol/scorecard';
import { Titled } from './titled';
import { anchorOf } from './words';

/** What to build on, what to practise, and the key points to cover next time. */
export function Advice({ card }: { card: Scorecard }) {
  const { advice } = card;
  if (!advice) return null;
  const assessed = card.competencies.filter(({ scores }) => typeof scores?.first === 'number');
  const alike = assessed.length > 1 && advice.strengths.length + advice.practise.length === 0;
  return (
    <div className="flex flex-col gap-8 print:contents">
      <div className="grid gap-x-12 gap-y-8 sm:grid-cols-2 print:grid-cols-2">
        <Titled title="Build on">
          <CompetencyList card={card} groupIds={advice.strengths}>
            {assessed.length < 2
              ? 'With fewer than two competencies, there’s nothing to compare.'
              : alike
                ? 'All competencies scored the same.'
                : 'No competency reached 3 (meets) ahead of the others.'}
          </CompetencyList>
        </Titled>
        <Titled title="Practise next">
          <CompetencyList card={card} groupIds={advice.practise}>
            {advice.points.length > 0
              ? 'The key points below.'
              : 'Nothing fell behind. Try a harder question, or less time.'}
          </CompetencyList>
        </Titled>
      </div>
      <PointsToCover card={card} points={advice.points} />
    </div>
  );
}

type CompetencyListProps = { card: Scorecard; groupIds: readonly string[]; children: string };

/** `children` shows when there is none. */
function CompetencyList({ card, groupIds, children }: CompetencyListProps) {
  if (groupIds.length === 0) return <p className="mt-2 text-ink-soft text-sm">{children}</p>;
  return (
    <ul className="mt-2 flex flex-col gap-2 print:mt-1 print:gap-0.5">
      {groupIds.map((groupId) => {
        const competency = card.competencies.find((known) => known.groupId === groupId);
        return competency ? (
          <li key={groupId} className="print:leading-tight">
            <span className="font-medium print:text-sm">{competency.title}</span>{' '}
            <span className="block text-ink-soft text-sm print:inline print:text-xs">
              {inWords(competency)}
            </span>
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** Counts only key points that somebody marked: a blank says nothing about the answer. */
function inWords({ scores, points }: ScorecardCompetency): string {
  const rated = scores ? `${score(scores.first)} from ${plural(scores.ratings, 'rating')}` : '';
  const marked = points ? points.heard + points.partial + points.missed : 0;
  return marked > 0 ? `${rated}, ${points?.heard} of ${plural(marked, 'marked key point')} heard` : rated;
}

type PointsToCoverProps = { card: Scorecard; points: NonNullable<Scorecard['advice']>['points'] };

function PointsToCover({ card, points }: PointsToCoverProps) {
  if (points.length === 0) return null;
  return (
    <Titled title="Cover next time" className="print:col-start-1">
      <ul className="mt-2 flex flex-col gap-2.5 print:mt-1 print:block print:text-xs">
        {points.map(({ askId, pointId, mark }) => {
          const ask = card.asks.find((known) => known.askId === askId);
          const point = ask?.points?.find((known) => known.id === pointId);
          return ask && point ? (
            <li key={`${askId} ${pointId}`} className="flex gap-2.5 print:mb-0.5 print:nth-[n+5]:hidden">
              <span className="pt-1.25">
                <LedgerSign mark={mark} />
              </span>
              <span className="min-w-0">
                <span className="[overflow-wrap:anywhere]">
                  <PackText>{point.text}</PackText>
                </span>
                <span className="block text-ink-soft text-sm print:inline print:text-xs">
                  <span className="hidden print:inline"> </span>
                  {mark === 'missed' ? 'Missed' : ask.kind === 'exercise' ? 'Found in part' : 'Heard in part'}{' '}
                  on{' '}
                  <a
                    href={`#${anchorOf(card, askId)}`}
                    className="rounded underline underline-offset-3 hover:text-ink"
                  >
                    question {ask.no}
                  </a>
                  {point.context ? (
                    <span className="print:hidden">
                      . Why: <PackText>{point.context}</PackText>
                    </span>
                  ) : null}
                </span>
              </span>
            </li>
          ) : null;
        })}
      </ul>
    </Titled>
  );
}
