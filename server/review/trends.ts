import type { HistoryFilter, Trend, TrendPoint, Trends } from '../protocol/history';
import { groupedBy } from './grouped-by';
import { type Db, scorecardsOf } from './history';
import { peopleIn } from './raters';
import { readMeans } from './round-means';

/** The most rounds counted, the newest: people read no more, and the page says so. */
const ROUNDS = 500;
/** The number of rounds above which a point means a month. */
const MONTHLY_ABOVE = 24;

interface Row {
  round: string;
  at: number;
  groupId: string;
  title: string;
  mean: number;
  ratings: number;
  /** How many people rated; null if this person may not see who. */
  raters: number | null;
  /** These people, by an id that is the same in every round, where a point can mean several rounds. */
  people: readonly string[];
  isFile: boolean;
}

/**
 * How each competency went in a person's rounds, first means only, those alone whose ratings they may see: in the hot seat,
 * or in the part that they look for. A competency is identified by its id in any pack, and has its latest title. What
 * somebody rated of themselves is told where it is asked for by its kind, never with what panels rated.
 */
export async function trendsOf(db: Db, ids: string[], filter: HistoryFilter): Promise<Trends> {
  const rounds = await scorecardsOf(db, ids, { ...filter, role: filter.role ?? 'candidate' })
    .where('mine.sees_ratings', '>', 0)
    .where('scorecards.format', filter.format === 'alone' ? '=' : '!=', 'alone')
    .select((row) => [
      'scorecards.room_id',
      'scorecards.round_id',
      'scorecards.held_at',
      'scorecards.issuer',
      'scorecards.means',
      'mine.sees_ratings',
      row.fn.countAll<number>().over().as('all'),
    ])
    .orderBy('scorecards.held_at', 'desc')
    .orderBy('scorecards.room_id')
    .orderBy('scorecards.round_id')
    .limit(ROUNDS)
    .execute();
  const all = Number(rounds[0]?.all ?? 0);
  const ofRooms = rounds.filter(({ issuer }) => issuer === null).map(({ room_id }) => room_id);
  const personIn = await peopleIn(db, all > MONTHLY_ABOVE ? [...new Set(ofRooms)] : []);
  const lines = trendLines(
    rounds.reverse().flatMap(({ room_id, round_id, held_at, issuer, means, sees_ratings }) => {
      const of = readMeans(means);
      const people = of.people.map((memberId) => personIn(room_id, memberId));
      const round = `${room_id}/${round_id}`;
      return of.means
        .filter(({ groupId }) => filter.groupId === null || groupId === filter.groupId)
        .map(({ groupId, title, mean, ratings, raters, by }) => ({
          round,
          at: held_at,
          groupId,
          title,
          mean,
          ratings,
          raters: sees_ratings === 2 ? raters : null,
          people: by.flatMap((no) => people[no] ?? []),
          isFile: issuer !== null,
        }));
    }),
  );
  return { lines, rounds: { counted: Math.min(all, ROUNDS), all } };
}

/**
 * From rows, oldest first. One point per round; with many rounds, one per month (UTC), so that the line is readable.
 */
export function trendLines(rows: readonly Row[]): Trend[] {
  const monthly = new Set(rows.map(({ round }) => round)).size > MONTHLY_ABOVE;
  const months = new Map(rows.map(({ at }) => [at, '']));
  for (const at of months.keys()) months.set(at, new Date(at).toISOString().slice(0, 7));
  const place = ({ at, round }: Row) => (monthly ? (months.get(at) ?? '') : round);
  return [...groupedBy(rows, ({ groupId }) => groupId)]
    .map(([groupId, ofGroup]) => ({
      groupId,
      title: ofGroup.at(-1)?.title ?? groupId,
      points: [...groupedBy(ofGroup, place).values()].map(pointOf),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

function pointOf(rows: readonly Row[]): TrendPoint {
  const ratings = rows.reduce((sum, row) => sum + row.ratings, 0);
  const total = rows.reduce((sum, row) => sum + row.mean * row.ratings, 0);
  const [roomId = '', roundId = ''] = rows.length === 1 ? (rows[0]?.round ?? '').split('/') : [];
  const round = roomId ? { roomId, roundId } : null;
  return {
    at: rows.at(-1)?.at ?? 0,
    mean: total / ratings,
    ratings,
    raters: countedIn(rows),
    rounds: rows.length,
    fromFiles: rows.filter(({ isFile }) => isFile).length,
    round,
  };
}

/** Each person once. A file does not say who of its people is in another round too. */
function countedIn(rows: readonly Row[]): number | null {
  if (rows.length === 1) return rows[0]?.raters ?? null;
  if (rows.some(({ isFile, raters }) => isFile || raters === null)) return null;
  return new Set(rows.flatMap(({ people }) => people)).size;
}
