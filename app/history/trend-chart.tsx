'use client';

import { Later, useLater } from '@/app/ui/later';
import type { TrendPoint } from '@/server/protocol/history';

/** Charts are large and never needed first: their code comes when a line is to be drawn. */
const line = new Later(() => import('./trend-line'));

/** The picture of a trend. Its figures stand in the table below, so it is silent. */
export function TrendChart(props: { points: readonly TrendPoint[]; monthly: boolean }) {
  const state = useLater(line);
  return (
    <div aria-hidden="true" className="mt-1 h-38 select-none">
      {state.kind === 'here' ? <state.code.TrendLine {...props} /> : null}
      {state.kind === 'failed' ? (
        <p className="text-ink-soft text-sm">The line did not load. Reload the page to try again.</p>
      ) : null}
    </div>
  );
}
