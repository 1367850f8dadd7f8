'use client';

import dynamic from 'next/dynamic';
import type { TrendPoint } from '@/server/protocol/history';

/** Charts are large and never needed first: their code comes when a line is to be drawn. */
const TrendLine = dynamic(() => import('./trend-line').then((module) => module.TrendLine), {
  ssr: false,
  loading: () => null,
});

/** The picture of a trend. Its figures stand in the table below, so it is silent. */
export function TrendChart(props: { points: readonly TrendPoint[]; monthly: boolean }) {
  return (
    <div aria-hidden="true" className="mt-1 h-38 select-none">
      <TrendLine {...props} />
    </div>
  );
}
