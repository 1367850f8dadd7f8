'use client';

import { clsx } from 'clsx';
import { headingWords } from '@/app/agenda/heading';
import { useAsks, usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf, useShortNameOf } from '@/app/room/shell/use-panel-room';
import { EmptyState } from '@/app/ui/empty-state';
import { score } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import { type DebriefCell, type DebriefRow, debriefRows } from './debrief-rows';

/** The whole round on one sheet: each panelist's rating of each question, and the candidate's own. */
export function DebriefGrid() {
  const asks = useAsks();
  const reveals = usePanel((view) => view.reveals.reveals);
  const self = usePanel((view) => view.self);
  const candidateId = usePanel((view) => view.round?.candidateId ?? '');
  const nameOf = useNameOf();
  const shortNameOf = useShortNameOf();
  const { panel, rows } = debriefRows(asks, reveals, self);
  if (rows.length === 0) return <EmptyState title="No question was asked in this round" />;
  const head = 'px-2 pb-2 font-medium text-ink-soft text-xs align-bottom';
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
                {shortNameOf(memberId)}
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
  const range = reveal?.stats.range ?? null;
  return (
    <tr className="border-line border-b hover:bg-ink/3">
      <th scope="row" className="sticky left-0 max-w-48 bg-paper py-1 pr-3 text-left font-normal">
        <button
          type="button"
          onClick={() => select({ kind: 'ask', askId: ask.askId })}
          className="block min-h-(--control-md) w-full rounded text-left hover:underline"
        >
          <span className="block truncate font-medium">{headingWords(ask.kind, ask.group)}</span>
          <span className="block truncate text-ink-soft text-xs">
            <PackText>{ask.text}</PackText>
          </span>
        </button>
      </th>
      {cells.map((cell) => (
        <td key={cell.memberId} className="px-2 text-center">
          <Given cell={cell} />
        </td>
      ))}
      <td className="px-2 text-right font-semibold">
        {ask.status === 'skipped' ? (
          <span className="font-normal text-ink-soft">skipped</span>
        ) : reveal && ask.mean !== null ? (
          score(ask.mean)
        ) : (
          <span className="font-normal text-ink-soft">n/a</span>
        )}
      </td>
      <td className={clsx('px-2 text-right', reveal?.stats.flagged ? 'font-semibold' : 'text-ink-soft')}>
        {range ?? ''}
        {reveal?.stats.flagged ? <span className="sr-only">, far apart</span> : null}
      </td>
      <td className="py-1 pl-2 text-right text-ink-soft">
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
    <span className="whitespace-nowrap">
      <span className="text-ink-soft">
        {cell.first === undefined ? '' : figure(cell.first)}
        <span aria-hidden="true"> → </span>
        <span className="sr-only"> then </span>
      </span>
      {figure(cell.second)}
    </span>
  );
}
