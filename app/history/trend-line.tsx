'use client';

import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { TrendPoint } from '@/server/protocol/history';

type TrendLineProps = { points: readonly TrendPoint[]; monthly: boolean };

/** Of more points than have room, every second (third, …) one is labelled, counted from the newest. */
const LABELS = 8;
const FIGURE = { fontSize: 11, fill: 'var(--color-ink-soft)' } as const;

/** A line on 1 to 5, by place and not by date, so that close rounds do not lie upon each other. */
export function TrendLine({ points, monthly }: TrendLineProps) {
  const last = points.length - 1;
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 152 }}>
      <LineChart
        data={points.map((point, place) => ({ mean: point.mean, place }))}
        margin={{ top: 8, right: 6, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <YAxis domain={[1, 5]} ticks={[1, 3, 5]} width={16} axisLine={false} tickLine={false} tick={FIGURE} />
        <XAxis
          dataKey="place"
          type="number"
          domain={last === 0 ? [-1, 1] : [0, last]}
          ticks={points.map((_, place) => place)}
          interval={0}
          padding={{ left: 18, right: 18 }}
          height={34}
          axisLine={false}
          tickLine={false}
          tick={<Tick points={points} monthly={monthly} />}
        />
        <Line
          dataKey="mean"
          stroke="var(--color-ink)"
          strokeWidth={1.5}
          isAnimationActive={false}
          dot={{ r: last < LABELS ? 4 : 2.5, fill: 'var(--color-ink)', stroke: 'var(--color-paper)' }}
          activeDot={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

type TickProps = TrendLineProps & { x?: number | string; y?: number | string; payload?: { value: number } };

/** Below a point how many ratings it comes from, in brackets of how many rounds; below the ends when that was. */
function Tick({ points, monthly, x = 0, y = 0, payload }: TickProps) {
  const place = payload?.value ?? 0;
  const point = points[place];
  if (!point) return null;
  const last = points.length - 1;
  const labelled = (last - place) % Math.ceil(points.length / LABELS) === 0;
  const isEnd = place === 0 || place === last;
  return (
    <g {...FIGURE} textAnchor="middle">
      {labelled ? (
        <text x={x} y={Number(y) + 6} fontSize={10}>
          {monthly ? `${point.ratings} (${point.rounds})` : point.ratings}
        </text>
      ) : null}
      {isEnd ? (
        <text
          x={x}
          y={Number(y) + 22}
          textAnchor={last === 0 ? 'middle' : place === 0 ? 'start' : 'end'}
          dx={last === 0 ? 0 : place === 0 ? -18 : 18}
        >
          {shortDate(point.at, monthly)}
        </text>
      ) : null}
    </g>
  );
}

function shortDate(at: number, monthly: boolean): string {
  const options: Intl.DateTimeFormatOptions = monthly
    ? { month: 'short', year: 'numeric' }
    : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
}
