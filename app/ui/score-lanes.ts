/** One opinion on the 1 to 5 line. */
export type ScorePoint = {
  name: string;
  /** 1 to 5, or null for not assessed. */
  value: number | null;
  /** The first rating, if there is a second one. */
  was?: number | null;
  /** The candidate's own rating, drawn hollow. */
  self?: boolean;
};

export type PlacedPoint = ScorePoint & { value: number; lane: number };

/** The place of a score on the line, in percent of its width: 1 at 10, 5 at 90. */
export function along(value: number): number {
  return 10 + (value - 1) * 20;
}

/** Stacks points upward, so that no two in a lane are nearer than `gap` (in points of the scale). */
export function lanes(points: readonly ScorePoint[], gap: number): PlacedPoint[] {
  const lastIn: number[] = [];
  return points
    .flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]))
    .sort((a, b) => a.value - b.value)
    .map((point) => {
      const free = lastIn.findIndex((last) => point.value - last >= gap - 1e-9);
      const lane = free === -1 ? lastIn.length : free;
      lastIn[lane] = point.value;
      return { ...point, lane };
    });
}

/** How wide a name above its dot may be, in percent of the line: up to the next name, and not beyond the line's ends. */
export function roomFor(
  { value, lane }: Pick<PlacedPoint, 'value' | 'lane'>,
  placed: readonly PlacedPoint[],
): number {
  const others = placed.filter((other) => other.lane === lane && other.value !== value);
  const isNear = others.some((other) => Math.abs(other.value - value) < 2);
  if (isNear) return 19;
  return value < 1.5 || value > 4.5 ? 24 : 38;
}

/** The picture in a sentence, for people who cannot see it. */
export function scoresInWords(points: readonly ScorePoint[], mean: number | null | undefined): string {
  const figure = (value: number) => String(Math.round(value * 10) / 10);
  const each = points.map(({ name, value, was, self }) => {
    const who = self ? `${name}, own rating` : name;
    if (value === null) return `${who}: not assessed`;
    const moved = was !== undefined && was !== null && was !== value ? `, first ${figure(was)}` : '';
    return `${who}: ${figure(value)}${moved}`;
  });
  if (mean !== undefined && mean !== null) each.push(`mean ${mean.toFixed(1)}`);
  return each.length > 0 ? `${each.join('; ')}.` : 'No ratings.';
}
