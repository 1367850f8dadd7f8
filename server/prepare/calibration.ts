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
  /** Two samples that this person has not rated: of questions that they have heard, while there are any. */
  next(principal: Principal, packId: string): Promise<Outcome<CalibrationSample[]>>;
  /** The first rating of a sample is kept. From then on its question counts as heard. */
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

const SAMPLES = 2;

export function createCalibration({ db, pack: find, heard, now, mayRate }: CalibrationPorts): Calibration {
  return {
    next: async (principal, packId) => {
      const found = await find(principal, packId);
      if (!found.ok) return found;
      const pack = found.value;
      const rated = await db
        .selectFrom('own_calibrations')
        .select(['item_id', 'sample'])
        .where('principal_id', 'in', idsOf(principal))
        .where('family_id', '=', pack.familyId)
        .execute();
      const known = new Set(rated.map(({ item_id, sample }) => `${item_id}/${sample}`));
      const before = await heard(principal, pack);
      // One sample of each question: two of the same would be compared with each other.
      const open = pack.questions.flatMap(({ id, prompt, samples }) => {
        const index = samples.findIndex((_, at) => !known.has(`${id}/${at}`));
        const sample = samples[index];
        return sample ? [{ itemId: id, index, prompt, text: sample.text }] : [];
      });
      const unspoilt = (one: CalibrationSample) => (before.has(one.itemId) ? 0 : 1);
      const value = open.toSorted((a, b) => unspoilt(a) - unspoilt(b)).slice(0, SAMPLES);
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
