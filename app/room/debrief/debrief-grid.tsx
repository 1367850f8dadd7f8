'use client';

import { clsx } from 'clsx';
import { headingWords } from '@/app/agenda/heading';
import { useAsks, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf, useShortNameOf } from '@/app/room/shell/use-panel-room';
import { EmptyState } from '@/app/ui/empty-state';
import { score } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';
import { type DebriefCell, type DebriefRow, debriefRows } from './debrief-rows';
import { uniqueInitials } from './unique-initials';

/** The whole round on one sheet: each panelist's rating of each question, and the candidate's own. */
export function DebriefGrid() {
  const asks = useAsks();
  const reveals = usePanel((view) => view.reveals.reveals);
  const self = usePanel((view) => view.self);
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const { members, gone } = usePanel((view) => view.roster);
  const nameOf = useNameOf();
  const shortNameOf = useShortNameOf();
  const { panel, rows } = debriefRows(asks, reveals, self);
  const letters = uniqueInitials(
    panel.map((id) => ({ id, name: (ownOf(members, id) ?? ownOf(gone, id))?.name ?? '' })),
  );
  if (rows.length === 0) return <EmptyState title="No question was asked in this round" />;
  const head = 'px-1 pb-2 font-medium text-ink-soft text-xs align-bottom sm:px-2';
  return (
    <div className="relative -mx-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6">
      <table className="w-full border-collapse text-sm tabular">
        <caption className="sr-only">Ratings by question and panelist</caption>
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className={clsx(head, 'sticky left-0 bg-paper pl-0 text-left')}>
              Question
            </th>
            {panel.map((memberId) => (
              <th key={memberId} scope="col" className={clsx(head, 'max-w-24 truncate text-center')}>
                <span aria-hidden="true" className="sm:hidden">
                  {letters.get(memberId)}
                </span>
                <span className="max-sm:sr-only">{shortNameOf(memberId)}</span>
              </th>
            ))}
            <th scope="col" className={clsx(head, 'text-right')}>
              Mean
            </th>
            <th scope="col" className={clsx(head, 'text-right')}>
              Range
            </th>
            <th scope="col" className={clsx(head, 'max-w-28 truncate pr-0 text-right')}>
              <abbr title={`What ${nameOf(candidateId)} gave themselves`} className="no-underline">
                Self
              </abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow key={row.ask.askId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridRow({ row }: { row: DebriefRow }) {
  const { select } = usePanelUi();
  const { ask, cells, reveal } = row;
  const look = () => select({ kind: 'ask', askId: ask.askId });
  const range = reveal?.stats.range ?? null;
  return (
    // Its button is for the keyboard, and the whole of it for a finger.
    <tr className="cursor-pointer border-line border-b hover:bg-ink/3" onClick={look}>
      <th
        scope="row"
        className="sticky left-0 max-w-32 bg-paper py-1 pr-2 text-left font-normal sm:max-w-48 sm:pr-3"
      >
        <button type="button" className="block min-h-(--control-md) w-full rounded text-left hover:underline">
          <span className="block truncate font-medium">{headingWords(ask.kind, ask.group)}</span>
          <span className="block truncate text-ink-soft text-xs">
            <PackText>{ask.text}</PackText>
          </span>
        </button>
      </th>
      {cells.map((cell) => (
        <td key={cell.memberId} className="px-1 text-center sm:px-2">
          <Given cell={cell} />
        </td>
      ))}
      <td className="px-1 text-right font-semibold sm:px-2">
        {ask.status === 'skipped' ? (
          <span className="font-normal text-ink-soft">skipped</span>
        ) : reveal && ask.mean !== null ? (
          score(ask.mean)
        ) : (
          <span className="font-normal text-ink-soft">n/a</span>
        )}
      </td>
      <td
        className={clsx('px-1 text-right sm:px-2', reveal?.stats.flagged ? 'font-semibold' : 'text-ink-soft')}
      >
        {range ?? ''}
        {reveal?.stats.flagged ? <span className="sr-only">, far apart</span> : null}
      </td>
      <td className="py-1 pl-1 text-right text-ink-soft sm:pl-2">
        {row.self === undefined ? '' : (row.self ?? 'n/a')}
      </td>
    </tr>
  );
}

function Given({ cell }: { cell: DebriefCell }) {
  const figure = (value: number | null) => value ?? 'n/a';
  if (cell.first === undefined && cell.second === undefined)
    return (
      <span className="text-ink-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">none</span>
      </span>
    );
  if (cell.second === undefined || cell.second === cell.first) return figure(cell.first ?? null);
  return (
    <span className="sm:whitespace-nowrap">
      <span className="text-ink-soft">
        {cell.first === undefined ? '' : figure(cell.first)}
        <span aria-hidden="true"> → </span>
        <span className="sr-only"> then </span>
      </span>
      {figure(cell.second)}
    </span>
  );
}
