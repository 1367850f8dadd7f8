import type { ScorecardCompetency } from '@/server/protocol/scorecard';

export interface Dot {
  x: number;
  y: number;
}

/** A spoke of the shape: the positions of a value of 1 to 5 and of its name. */
export interface Axis {
  competency: ScorecardCompetency;
  at: (value: number) => Dot;
  label: Dot;
  anchor: 'start' | 'middle' | 'end';
}

const INNER = 14;
const OUTER = 110;
const LABEL = OUTER + 14;

/** Spokes for the competencies that somebody rated, clockwise from the top, and the dots on them. */
export function shapeOf(competencies: readonly ScorecardCompetency[]) {
  const rated = competencies.filter(({ scores, self }) => typeof scores?.first === 'number' || self !== null);
  const axes = rated.map((competency, index): Axis => {
    const angle = (index / rated.length) * 2 * Math.PI;
    const out = (radius: number): Dot => ({
      x: Math.round(Math.sin(angle) * radius * 10) / 10,
      y: Math.round(-Math.cos(angle) * radius * 10) / 10,
    });
    const label = out(LABEL);
    return {
      competency,
      at: (value) => out(INNER + ((value - 1) / 4) * (OUTER - INNER)),
      label,
      anchor: Math.abs(label.x) < 12 ? 'middle' : label.x > 0 ? 'start' : 'end',
    };
  });
  const dots = (value: (competency: ScorecardCompetency) => number | null) =>
    axes.flatMap(({ competency, at }) => {
      const rating = value(competency);
      return rating === null ? [] : [at(rating)];
    });
  return {
    axes,
    panel: dots(({ scores }) => scores?.first ?? null),
    self: dots(({ self }) => self),
  };
}

/** A closed path through dots. */
export function polygon(dots: readonly Dot[]): string {
  return `M${dots.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
}

/** A name on up to three lines of about 14 letters, cut with an ellipsis where it is longer. */
export function wrapped(title: string, width = 14, most = 3): string[] {
  const lines: string[] = [];
  for (const word of title.trim().split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = (line: string) => (line.length > width + 4 ? `${line.slice(0, width + 3)}…` : line);
  return lines.length <= most
    ? lines.map(cut)
    : [...lines.slice(0, most - 1), `${lines[most - 1]}…`].map(cut);
}
