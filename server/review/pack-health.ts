import type { HealthSign, PackHealth, QuestionHealth } from '../protocol/history';
import type { Pack } from '../protocol/pack';
import { MARKS, type Mark } from '../protocol/words';
import { mean } from '../room/scoring';
import { groupedBy } from './grouped-by';
import type { Db } from './history';
import { type Asking, askingsOf, numbersIn, ratingsOf, type SeenRating } from './ratings-of';

const NEEDED = { askings: 5, ratings: 15 };
/** The share of ratings at one end of the scale; the share of askings with ratings two points or more apart. */
const AT_AN_END = 0.8;
const SPLIT = 0.5;
const SCALE = [1, 2, 3, 4, 5];

/**
 * How the questions of a pack do, over the rounds whose ratings its owner may see: a pack must not show other people's
 * rounds. Null for somebody else's pack.
 */
export async function packHealth(db: Db, ids: string[], packId: string): Promise<PackHealth | null> {
  const kept = await db
    .selectFrom('packs')
    .select(['owner_id', 'family_id'])
    .where('id', '=', packId)
    .executeTakeFirst();
  if (kept && !ids.includes(kept.owner_id)) return null;
  const familyId = kept?.family_id ?? packId;
  const askings = await askingsOf(db, ids, familyId);
  const ratings = await ratingsOf(db, ids, {}, { single: true, familyId });
  const textOf = await pointTexts(db, askings);
  return { needed: NEEDED, questions: healthOf(askings, ratings, textOf) };
}

type TextOf = (itemId: string, pointId: string) => string;

/** The words of key points, as the newest version of the pack that has the point says them; the id if none has it. */
async function pointTexts(db: Db, askings: readonly Asking[]): Promise<TextOf> {
  const newestFirst = [...new Set(askings.map(({ roomId }) => roomId))].toReversed();
  if (newestFirst.length === 0) return (_, pointId) => pointId;
  const rooms = await db
    .selectFrom('room_packs')
    .select(['room_id', 'hash'])
    .where('room_id', 'in', newestFirst)
    .execute();
  const hashOf = new Map(rooms.map(({ room_id, hash }) => [room_id, hash]));
  const texts = new Map<string, string>();
  const wanted = new Set(
    askings.flatMap(({ itemId, points }) =>
      Object.keys(JSON.parse(points)).map((id) => JSON.stringify([itemId, id])),
    ),
  );
  for (const hash of new Set(newestFirst.flatMap((roomId) => hashOf.get(roomId) ?? []))) {
    if ([...wanted].every((key) => texts.has(key))) break;
    const row = await db
      .selectFrom('pack_contents')
      .select('pack')
      .where('hash', '=', hash)
      .executeTakeFirst();
    const pack: Pick<Pack, 'questions' | 'exercises'> = row
      ? JSON.parse(row.pack)
      : { questions: [], exercises: [] };
    for (const item of [...pack.questions, ...pack.exercises])
      for (const point of item.points) {
        const key = JSON.stringify([item.id, point.id]);
        if (!texts.has(key)) texts.set(key, point.text);
      }
  }
  return (itemId, pointId) => texts.get(JSON.stringify([itemId, pointId])) ?? pointId;
}

/** Those that were asked most often first. */
export function healthOf(
  askings: readonly Asking[],
  ratings: readonly Pick<SeenRating, 'ask' | 'first'>[],
  textOf: TextOf,
): QuestionHealth[] {
  const byAsk = groupedBy(ratings, ({ ask }) => ask);
  return [...groupedBy(askings, ({ itemId }) => itemId).values()]
    .map((ofItem) => questionHealth(ofItem, byAsk, textOf))
    .sort((a, b) => b.asked - a.asked || a.itemId.localeCompare(b.itemId, 'en'));
}

function questionHealth(
  askings: readonly Asking[],
  ratings: ReadonlyMap<string, readonly Pick<SeenRating, 'first'>[]>,
  textOf: TextOf,
): QuestionHealth {
  const rated = askings.map(({ ask }) => numbersIn((ratings.get(ask) ?? []).map(({ first }) => first)));
  const values = rated.flat();
  const ranges = rated.flatMap((given) =>
    given.length < 2 ? [] : [Math.max(...given) - Math.min(...given)],
  );
  const isEnough = askings.length >= NEEDED.askings && values.length >= NEEDED.ratings;
  const newest = askings.at(-1);
  const itemId = newest?.itemId ?? '';
  return {
    itemId,
    prompt: newest?.prompt ?? '',
    asked: askings.length,
    ratings: values.length,
    mean: isEnough ? mean(values) : null,
    spread: isEnough ? mean(ranges) : null,
    says: isEnough
      ? [...ofValues(values), ...ofRanges(ranges), ...ofPoints(askings, (id) => textOf(itemId, id))]
      : [],
  };
}

function ofValues(values: readonly number[]): HealthSign[] {
  const share = (value: number) => values.filter((given) => given === value).length / values.length;
  const unused = SCALE.filter((value) => share(value) === 0);
  return [
    ...(share(5) >= AT_AN_END ? [{ kind: 'ceiling' as const, share: share(5) }] : []),
    ...(share(1) >= AT_AN_END ? [{ kind: 'floor' as const, share: share(1) }] : []),
    ...(unused.length > 0 ? [{ kind: 'unused-anchors' as const, values: unused }] : []),
  ];
}

function ofRanges(ranges: readonly number[]): HealthSign[] {
  if (ranges.length < NEEDED.askings) return [];
  const share = ranges.filter((range) => range >= 2).length / ranges.length;
  return share >= SPLIT ? [{ kind: 'splits', share }] : [];
}

/** Only marks count: a point that nobody marked says nothing. */
function ofPoints(askings: readonly Asking[], text: (id: string) => string): HealthSign[] {
  const marks = new Map<string, Mark[]>();
  for (const { points } of askings) {
    const marked: Record<string, unknown> = JSON.parse(points);
    for (const [id, given] of Object.entries(marked)) {
      const mark = MARKS.find((known) => known === given);
      if (mark) marks.set(id, [...(marks.get(id) ?? []), mark]);
    }
  }
  const all = (mark: Mark) =>
    [...marks].flatMap(([id, given]) =>
      given.length >= NEEDED.askings && given.every((one) => one === mark) ? [text(id)] : [],
    );
  const always = all('heard');
  const never = all('missed');
  return [
    ...(always.length > 0 ? [{ kind: 'always-heard' as const, points: always }] : []),
    ...(never.length > 0 ? [{ kind: 'never-heard' as const, points: never }] : []),
  ];
}
