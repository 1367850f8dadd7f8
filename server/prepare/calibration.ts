import type { Kysely } from 'kysely';
import type { CalibrationKey, CalibrationRating, CalibrationSample } from '../protocol/calibration';
import type { Pack } from '../protocol/pack';
import { idsOf, type Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import type { Database } from '../runtime/tables';

/**
 * Rating a pack's sample answers alone, whenever somebody likes: also for peers, whose room would give its questions away. The
 * distance from the pack is for them alone, and a sample counts once.
 */
export interface Calibration {
  /**
   * A sample that this person has not rated; null if none is left. From now on its question counts as heard, since they read
   * it. It is of a question that they have heard, while there are any, and not of the one that they rated last.
   */
  next(principal: Principal, packId: string): Promise<Outcome<CalibrationSample | null>>;
  /** The first rating of a sample is kept. */
  rate(principal: Principal, rating: CalibrationRating): Promise<Outcome<CalibrationKey>>;
}

export interface CalibrationPorts {
  db: Kysely<Database>;
  pack(principal: Principal, id: string): Promise<Outcome<Pack>>;
  /** The items of this pack that the person heard. */
  heard(principal: Principal, pack: Pack): Promise<ReadonlySet<string>>;
  now(): number;
  mayRate(principalId: string): Promise<boolean>;
}

export function createCalibration({ db, pack: find, heard, now, mayRate }: CalibrationPorts): Calibration {
  /** When this person rated which samples. */
  const ratedBy = (principal: Principal, { familyId }: Pack) =>
    db
      .selectFrom('own_calibrations')
      .select(['item_id', 'sample', 'at'])
      .where('principal_id', 'in', idsOf(principal))
      .where('family_id', '=', familyId)
      .execute();
  const noteHeard = (principal: Principal, { familyId }: Pack, itemId: string) =>
    db
      .insertInto('heard')
      .values({ principal_id: principal.id, family_id: familyId, item_id: itemId, at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return {
    next: async (principal, packId) => {
      if (!(await mayRate(principal.id))) return reject('slow-down');
      const found = await find(principal, packId);
      if (!found.ok) return found;
      const pack = found.value;
      const rated = await ratedBy(principal, pack);
      const before = await heard(principal, pack);
      const known = new Set(rated.map(({ item_id, sample }) => `${item_id}/${sample}`));
      // Two samples of one question in a row would be compared with each other.
      const last = rated.toSorted((a, b) => Number(b.at) - Number(a.at))[0]?.item_id;
      const rank = ({ itemId }: CalibrationSample) => (itemId === last ? 2 : before.has(itemId) ? 0 : 1);
      const open = pack.questions.flatMap(({ id, prompt, samples }) => {
        const index = samples.findIndex((_, at) => !known.has(`${id}/${at}`));
        const sample = samples[index];
        return sample ? [{ itemId: id, index, prompt, text: sample.text }] : [];
      });
      const [value = null] = open.toSorted((a, b) => rank(a) - rank(b));
      if (value) await noteHeard(principal, pack, value.itemId);
      return { ok: true, value };
    },
    rate: async (principal, { packId, itemId, index, value }) => {
      if (!(await mayRate(principal.id))) return reject('slow-down');
      const found = await find(principal, packId);
      if (!found.ok) return found;
      const sample = found.value.questions.find(({ id }) => id === itemId)?.samples[index];
      if (!sample) return reject('item-unknown');
      const { rating, notHigher, notLower } = sample;
      await db
        .insertInto('own_calibrations')
        .values({
          principal_id: principal.id,
          family_id: found.value.familyId,
          item_id: itemId,
          sample: index,
          at: now(),
          given: value,
          pack_rating: rating,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return { ok: true, value: { rating, notHigher, notLower } };
    },
  };
}
