import type { AboutMe } from '../protocol/history';
import { NO_FILTER } from '../protocol/words';
import { mean } from '../room/scoring';
import { groupedBy } from './grouped-by';
import { type Db, scorecardsOf } from './history';
import { numbersIn, ratingsOf, type SeenRating } from './ratings-of';

/** The asks rated together with somebody else that a severity needs: fewer would reflect chance. */
const NEEDED = 10;
/** Rounds in the hot seat that say what to practise. */
const ROUNDS = 5;
const PRACTISE = 3;
/** 4 is "above": from there on there is nothing to practise. */
const GOOD_FROM = 4;

/** What a person's own rounds tell them about themself. */
export async function aboutMe(db: Db, ids: string[]): Promise<AboutMe> {
  const [onPanels, inSeat, drift, rounds, latest] = await Promise.all([
    ratingsOf(db, ids, { role: 'panelist' }, { single: true }),
    ratingsOf(db, ids, { role: 'candidate' }, { single: false }),
    driftOf(db, ids),
    roundsInSeat(db, ids),
    latestOf(db, ids),
  ]);
  return {
    ...ofPanels(onPanels),
    calibration: calibrationOf(inSeat),
    drift,
    inSeat: { rounds, rated: latest.length },
    practise: latest.filter(({ mean }) => Number(mean.toFixed(1)) < GOOD_FROM).slice(0, PRACTISE),
  };
}

/** From the ratings of asks for which this person was on the panel. */
export function ofPanels(ratings: readonly SeenRating[]): Pick<AboutMe, 'severity' | 'moved'> {
  const differences: number[] = [];
  let rated = 0;
  let times = 0;
  for (const ask of groupedBy(ratings, (row) => row.ask).values()) {
    const mine = ask.find(({ isMine }) => isMine);
    if (!mine) continue;
    if (mine.first !== null) rated += 1;
    if (mine.first !== null && mine.second !== null && mine.second !== mine.first) times += 1;
    const others = mean(numbersIn(ask.filter((row) => row !== mine).map(({ first }) => first)));
    if (mine.first !== null && others !== null) differences.push(mine.first - others);
  }
  const difference = differences.length >= NEEDED ? mean(differences) : null;
  return {
    severity: { shared: differences.length, needed: NEEDED, difference },
    moved: { times, asks: rated },
  };
}

/** Own rating minus the panel's mean of first ratings, by round, over the asks that have both. */
export function calibrationOf(ratings: readonly SeenRating[]): AboutMe['calibration'] {
  const rounds = groupedBy(ratings, ({ roomId, roundId }) => `${roomId}/${roundId}`);
  return [...rounds.values()].flatMap((round) => {
    const [first] = round;
    const differences = [...groupedBy(round, (row) => row.ask).values()].flatMap((ask) => {
      const panel = mean(numbersIn(ask.map((row) => row.first)));
      const self = ask[0]?.self ?? null;
      return panel === null || self === null ? [] : [self - panel];
    });
    const difference = mean(differences);
    if (!first || difference === null) return [];
    const { roomId, roundId, heldAt: at } = first;
    return [{ roomId, roundId, at, difference, asks: differences.length }];
  });
}

/** Somebody who rates a sample again has read what the pack gives it: only the first rating of each one counts. */
function firstOfEach<
  R extends { at: number; family_id: string | null; item_id: string | null; sample: number | null },
>(rows: readonly R[]): R[] {
  const seen = new Set<string>();
  return rows
    .toSorted((one, other) => one.at - other.at)
    .filter(({ family_id, item_id, sample }) => {
      if (item_id === null) return true;
      const key = JSON.stringify([family_id, item_id, sample]);
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    });
}

/** The most warm-ups shown: the newest. All are read, since only the first rating of a sample counts. */
const WARM_UPS = 50;
const DAY_MS = 86_400_000;

async function driftOf(db: Db, ids: string[]): Promise<AboutMe['drift']> {
  const rows = await db
    .selectFrom('calibrations')
    .select(['room_id', 'started_at', 'no', 'given', 'pack_rating', 'family_id', 'item_id', 'sample'])
    .distinct()
    .where('principal_id', 'in', ids)
    .orderBy('started_at', 'desc')
    .orderBy('no')
    .execute();
  const alone = await db
    .selectFrom('own_calibrations')
    .select(['at', 'given', 'pack_rating', 'family_id', 'item_id', 'sample'])
    .where('principal_id', 'in', ids)
    .orderBy('at', 'desc')
    .execute();
  const warmUps = rows.map((row) => ({ ...row, at: row.started_at }));
  // The ratings that somebody gives alone on one day are one point.
  const days = alone.map((row) => ({ ...row, room_id: '', started_at: row.at - (row.at % DAY_MS) }));
  return [
    ...groupedBy(firstOfEach([...warmUps, ...days]), (row) => `${row.room_id}/${row.started_at}`).values(),
  ]
    .map((samples) => ({
      at: samples[0]?.at ?? 0,
      difference: mean(samples.map(({ given, pack_rating }) => given - pack_rating)) ?? 0,
      samples: samples.length,
    }))
    .toSorted((one, other) => one.at - other.at)
    .slice(-WARM_UPS);
}

async function roundsInSeat(db: Db, ids: string[]): Promise<number> {
  const row = await scorecardsOf(db, ids, { ...NO_FILTER, role: 'candidate' })
    .select((eb) => eb.fn.countAll().as('rounds'))
    .where('scorecards.format', '!=', 'alone')
    .executeTakeFirst();
  return Number(row?.rounds ?? 0);
}

/** The competencies of somebody's latest rounds in the hot seat, as far as they may see ratings, lowest first. */
async function latestOf(db: Db, ids: string[]): Promise<AboutMe['practise']> {
  const recent = scorecardsOf(db, ids, { ...NO_FILTER, role: 'candidate' })
    .select(['scorecards.room_id', 'scorecards.round_id', 'scorecards.held_at', 'scorecards.pack_id'])
    .where('mine.sees_ratings', '>', 0)
    .where('scorecards.format', '!=', 'alone')
    // A pack of another server cannot be practised here.
    .where('scorecards.issuer', 'is', null)
    .orderBy('scorecards.held_at', 'desc')
    .limit(ROUNDS);
  const rows = await db
    .selectFrom('competency_means as means')
    .innerJoin(recent.as('recent'), (join) =>
      join.onRef('recent.room_id', '=', 'means.room_id').onRef('recent.round_id', '=', 'means.round_id'),
    )
    .select(['means.group_id', 'means.group_title', 'means.first_mean', 'means.ratings', 'recent.pack_id'])
    .orderBy('recent.held_at', 'desc')
    .orderBy('means.group_id')
    .execute();
  return [...groupedBy(rows, (row) => row.group_id).values()]
    .flatMap((group) => {
      const [newest] = group;
      const ratings = group.reduce((sum, row) => sum + row.ratings, 0);
      const total = group.reduce((sum, row) => sum + (row.first_mean ?? 0) * row.ratings, 0);
      if (!newest || ratings === 0) return [];
      const { group_id: groupId, group_title: title, pack_id: packId } = newest;
      return [{ groupId, title, mean: total / ratings, ratings, packId }];
    })
    .sort((a, b) => a.mean - b.mean);
}
