import { along, lanes, type ScorePoint } from '@/app/ui/score-lanes';
import type { Scorecard, ScorecardAsk } from '@/server/protocol/scorecard';
import { listed } from '@/server/room/rules';
import { CAUSES, type Names } from './words';

type PaperRatingsProps = { ask: ScorecardAsk; card: Scorecard; name: Names };

/** The ratings of an ask in two lines: a picture with names above its dots would need another sheet. */
export function PaperRatings({ ask, card, name }: PaperRatingsProps) {
  const { panel, self } = ask;
  const ratings = panel?.ratings ?? [];
  const given: (ScorePoint & { second?: number | null })[] = ratings.flatMap(({ memberId, first, second }) =>
    first ? [{ name: name(memberId), value: first.value, ...(second && { second: second.value }) }] : [],
  );
  if (typeof self?.value === 'number')
    given.push({ name: `${name(card.candidateId)} (own)`, value: self.value, self: true });
  const missing = ratings.filter(({ first }) => !first).map(({ memberId }) => name(memberId));
  const mean = panel?.mean ?? null;
  const said = given.map(
    ({ name: who, value, second }) =>
      `${who} ${figure(value)}${second === undefined ? '' : `, then ${figure(second)}`}`,
  );
  if (missing.length > 0) said.push(`no rating from ${listed(missing)}`);
  const spread =
    panel && panel.range !== null && panel.ad !== null
      ? `range ${panel.range}, AD ${panel.ad.toFixed(2)}`
      : null;
  const cause = panel?.cause ? CAUSES[panel.cause] : '';
  return (
    <p className="hidden text-xs leading-tight print:block">
      <Dots points={given} mean={mean} />
      {mean === null ? null : <b className="mr-2 font-semibold text-sm tabular">{mean.toFixed(1)}</b>}
      {said.join(' · ')}
      {spread ? <span className="text-ink-soft"> · {spread}</span> : null}
      {panel?.flagged ? <span className="font-medium"> · far apart</span> : null}
      {cause ? <span> · {cause}</span> : null}
    </p>
  );
}

const figure = (value: number | null) => (value === null ? 'not assessed' : String(value));

const SCALE = [1, 2, 3, 4, 5];
const STEP = 4.5;

/** As small as a word; equal ratings are above each other. */
function Dots({ points, mean }: { points: readonly ScorePoint[]; mean: number | null }) {
  const placed = lanes(points, 0.3);
  if (placed.length === 0 && mean === null) return null;
  const line = 5 + Math.max(0, ...placed.map(({ lane }) => lane)) * STEP;
  const x = (value: number) => `${along(value)}%`;
  return (
    <svg width="72" height={line + 5} aria-hidden="true" className="mr-2 inline-block align-middle">
      <line x1={x(1)} x2={x(5)} y1={line} y2={line} className="stroke-edge" />
      {SCALE.map((value) => (
        <line key={value} x1={x(value)} x2={x(value)} y1={line - 2} y2={line + 2} className="stroke-edge" />
      ))}
      {mean === null ? null : (
        <line
          x1={x(mean)}
          x2={x(mean)}
          y1={line - 5}
          y2={line + 5}
          strokeWidth="1.5"
          className="stroke-ink"
        />
      )}
      {placed.map(({ name, value, lane, self }) => (
        <circle
          key={`${name}:${lane}`}
          cx={x(value)}
          cy={line - lane * STEP}
          r={self ? 1.9 : 2.4}
          className={self ? 'fill-paper stroke-ink' : 'fill-ink'}
        />
      ))}
    </svg>
  );
}
