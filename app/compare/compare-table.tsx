import Link from 'next/link';
import { scorecardHref } from '@/app/review/places';
import { LocalDay } from '@/app/scorecards/local-day';
import { plural, score } from '@/app/ui/format';
import type { HistoryEntry } from '@/server/protocol/history';
import type { Scorecard } from '@/server/protocol/scorecard';
import {
  type CompareCell,
  type Compared,
  type CompareRow,
  competencyRows,
  questionRows,
} from './compare-rows';
import { agreementInColumn, ratersInWords } from './compare-words';

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const REACHABLE = 0;

/** The same rows for each round; columns in the order in which they were played. */
export function CompareTable({ cards }: { cards: readonly (Compared & Pick<HistoryEntry, 'file'>)[] }) {
  const inOrder = cards.toSorted((a, b) => a.card.round.startedAt - b.card.round.startedAt);
  return (
    <section aria-label="Rounds side by side" tabIndex={REACHABLE} className="mt-6 overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">
        <thead>
          <tr className="border-ink border-b align-bottom">
            <td />
            {inOrder.map(({ place, card, file }) => (
              <th key={place} scope="col" className="min-w-32 px-3 py-2 font-normal sm:min-w-40">
                <Link href={hrefOf(place)} className="font-medium underline underline-offset-3">
                  {card.people.find(({ memberId }) => memberId === card.candidateId)?.name}
                </Link>
                <span className="block text-ink-soft">{card.room.title}</span>
                <span className="block text-ink-soft">
                  <LocalDay at={card.round.startedAt} />
                </span>
                {file ? (
                  <span className="wrap-anywhere block text-ink-soft text-xs">
                    from a file of {file.issuer}: {file.signature}
                  </span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            row={{
              key: 'all',
              title: 'All first ratings',
              cells: inOrder.map(({ place, card }) => ({ place, cell: headlineCell(card) })),
            }}
          />
          <tr className="border-line border-b align-top">
            <th scope="row" className="py-2 pr-4 font-medium">
              Raters
            </th>
            {inOrder.map(({ place, card, file }) => (
              <td key={place} className="px-3 py-2 tabular">
                {ratersInWords(card, file !== null)}
              </td>
            ))}
          </tr>
          <tr className="border-line border-b align-top">
            <th scope="row" className="py-2 pr-4 font-medium">
              Agreement
              <span className="block max-w-60 font-normal text-ink-soft text-xs">
                Krippendorff’s ordinal α with its 95 % interval, or why there is none. 1 is full agreement, 0
                what chance gives.
              </span>
            </th>
            {inOrder.map(({ place, card }) => (
              <td key={place} className="px-3 py-2">
                <AgreementCell card={card} />
              </td>
            ))}
          </tr>
          <Part title="Competencies" columns={inOrder.length} />
          {competencyRows(inOrder).map((row) => (
            <Row key={row.key} row={row} />
          ))}
          <Part title="Questions" columns={inOrder.length} />
          {questionRows(inOrder).map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AgreementCell({ card }: { card: Scorecard }) {
  const { figures, words } = agreementInColumn(card);
  return (
    <>
      {figures === null ? null : <span className="block font-semibold tabular">α {figures}</span>}
      <span className="block max-w-56 text-ink-soft text-xs">{words}</span>
    </>
  );
}

function hrefOf(place: string): string {
  const [roomId = '', roundId = ''] = place.split('/');
  return scorecardHref({ roomId, roundId });
}

const NOT_SHOWN: CompareCell = { mean: null, ratings: 0, range: null };

function headlineCell({ headline }: Scorecard): CompareCell {
  return headline ? { mean: headline.first, ratings: headline.ratings, range: null } : NOT_SHOWN;
}

function Part({ title, columns }: { title: string; columns: number }) {
  return (
    <tr>
      <th scope="colgroup" colSpan={columns + 1} className="kicker pt-6 pb-2">
        {title}
      </th>
    </tr>
  );
}

function Row({ row }: { row: CompareRow }) {
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="min-w-28 max-w-80 py-2 pr-4 font-medium sm:min-w-44">
        {row.title}
      </th>
      {row.cells.map(({ place, cell }) => (
        <td key={place} className="px-3 py-2 tabular">
          <Cell cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell }: { cell: CompareCell | null }) {
  if (!cell) return <span className="text-ink-soft">not asked</span>;
  if (cell.mean === null) return <span className="text-ink-soft">no rating to show</span>;
  const range = cell.range && cell.range[0] !== cell.range[1] ? `, from ${cell.range.join(' to ')}` : '';
  return (
    <>
      <span className="font-semibold">{score(cell.mean)}</span>
      <span className="block text-ink-soft text-xs">
        {cell.ratings === null ? 'mean' : plural(cell.ratings, 'rating')}
        {range}
      </span>
    </>
  );
}
