import type { Scorecard, ScorecardAsk } from '../protocol/scorecard';

type Cell = string | number | boolean | null;

/** A row is about one ask and one panelist, or about nobody if the viewer sees none. */
interface Row {
  card: Scorecard;
  ask: ScorecardAsk;
  rater: string | null;
}

/** Every column, in order; `docs/exports.md` explains each. */
const COLUMNS: Record<string, (row: Row) => Cell> = {
  room_id: ({ card }) => card.room.roomId,
  round_id: ({ card }) => card.round.roundId,
  room_title: ({ card }) => card.room.title,
  format: ({ card }) => card.room.format,
  round_no: ({ card }) => card.round.no,
  started_at: ({ card }) => iso(card.round.startedAt),
  over_at: ({ card }) => iso(card.round.overAt),
  published_at: ({ card }) => instant(card.round.publishedAt),
  pack_id: ({ card }) => card.pack.id,
  pack_title: ({ card }) => card.pack.title,
  candidate: ({ card }) => nameOf(card, card.candidateId),
  ask_no: ({ ask }) => ask.no,
  item_id: ({ ask }) => ask.itemId,
  kind: ({ ask }) => ask.kind,
  competency_id: ({ ask }) => ask.groupId,
  competency: ({ card, ask }) =>
    card.competencies.find(({ groupId }) => groupId === ask.groupId)?.title ?? null,
  prompt: ({ ask }) => ask.prompt,
  status: ({ ask }) => ask.status,
  asked_at: ({ ask }) => iso(ask.askedAt),
  asked_by: ({ card, ask }) => nameOf(card, ask.askedBy),
  used_seconds: ({ ask }) => Math.round(ask.usedMs / 1000),
  target_seconds: ({ ask }) => Math.round(ask.targetMs / 1000),
  rater: ({ card, rater }) => (rater === null ? null : nameOf(card, rater)),
  rater_role: ({ card, rater }) => card.people.find(({ memberId }) => memberId === rater)?.role ?? null,
  counts: ({ ask, rater }) => (rater === null ? null : ratersOn(ask).includes(rater)),
  first_rating: (row) => ratingOf(row, 'first')?.value ?? null,
  first_rated_at: (row) => instant(ratingOf(row, 'first')?.at),
  second_rating: (row) => ratingOf(row, 'second')?.value ?? null,
  second_rated_at: (row) => instant(ratingOf(row, 'second')?.at),
  points_heard: (row) => marksOf(row, 'heard'),
  points_partial: (row) => marksOf(row, 'partial'),
  points_missed: (row) => marksOf(row, 'missed'),
  shared_evidence: ({ ask, rater }) =>
    ask.evidence
      .filter(({ memberId }) => memberId === rater)
      .map(({ text }) => text)
      .join(' | '),
  ask_mean: ({ ask }) => ask.panel?.mean ?? null,
  ask_second_mean: ({ ask }) => ask.panel?.secondMean ?? null,
  range: ({ ask }) => ask.panel?.range ?? null,
  average_deviation: ({ ask }) => ask.panel?.ad ?? null,
  flagged: ({ ask }) => ask.panel?.flagged ?? null,
  self_rating: ({ ask }) => ask.self?.value ?? null,
};

export const CSV_COLUMNS = Object.keys(COLUMNS);

export function csvHead(): string {
  return lineOf(CSV_COLUMNS);
}

/** One row per ask and rater, only with what is on the card. RFC 4180. */
export function csvRows(card: Scorecard): string {
  return card.asks
    .flatMap((ask) => {
      const raters = ratersOf(card, ask);
      return (raters.length > 0 ? raters : [null]).map((rater) => ({ card, ask, rater }));
    })
    .map((row) => lineOf(Object.values(COLUMNS).map((column) => column(row))))
    .join('');
}

const ratersOn = (ask: ScorecardAsk) => (ask.panel?.ratings ?? []).map(({ memberId }) => memberId);

/** The people whose ratings the reveal opened, the viewer (who sees their own), and everybody who shared notes. */
function ratersOf(card: Scorecard, ask: ScorecardAsk): (string | null)[] {
  const opened = ratersOn(ask);
  const own = ask.mine && (ask.mine.first || ask.mine.second) ? [card.viewer.memberId] : [];
  const authors = ask.evidence.map(({ memberId }) => memberId);
  return [...new Set([...opened, ...own, ...authors])];
}

function ratingOf({ card, ask, rater }: Row, which: 'first' | 'second') {
  const opened = ask.panel?.ratings.find(({ memberId }) => memberId === rater);
  if (opened) return opened[which];
  return rater === card.viewer.memberId ? (ask.mine?.[which] ?? null) : null;
}

/** How many points this rater gave this mark; null if the card shows no ticks. */
function marksOf({ card, ask, rater }: Row, mark: 'heard' | 'partial' | 'missed'): number | null {
  if (rater === null) return null;
  if (rater === card.viewer.memberId && ask.mine)
    return Object.values(ask.mine.ticks).filter((given) => given === mark).length;
  if (!ask.points) return null;
  return ask.points.filter(({ ticks }) => ticks.some((tick) => tick.memberId === rater && tick.mark === mark))
    .length;
}

const nameOf = (card: Scorecard, memberId: string) =>
  card.people.find((person) => person.memberId === memberId)?.name ?? '';
const iso = (ms: number) => new Date(ms).toISOString();
const instant = (ms: number | null | undefined) => (ms == null ? null : iso(ms));

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** An apostrophe before a text that a spreadsheet would read as a formula. */
function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
