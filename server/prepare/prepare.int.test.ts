import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { CalibrationSample } from '../protocol/calibration';
import { aboutMe } from '../review/about-me';
import { heardBy } from '../review/heard';
import type { Principal } from '../runtime/principal';
import { openRecord } from '../store/open';
import { deletePerson } from '../store/upkeep';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { createCalibration } from './calibration';
import { goneRooms } from './gone-rooms';
import { createStories } from './stories';

const person = (id: string, aliases: string[] = []): Principal => ({
  id,
  name: id,
  kind: 'guest',
  email: null,
  image: null,
  aliases,
});
const [ana, bo] = [person('pr_ana'), person('pr_bo')];
const text = { title: 'The outage', situation: 'On call', task: '', action: '', result: '', toldMs: null };
const pack = testPack({ groups: 2, questionsPerGroup: 3, exercises: 0 });
/** Of its questions two have samples, two each. */
const PACK = {
  ...pack,
  questions: pack.questions.map((one) => ({
    ...one,
    samples: one.samples.flatMap((sample) => [sample, { ...sample, text: `${sample.text}, again` }]),
  })),
};
const DAY = 86_400_000;

async function set() {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  const { db } = opened;
  const stories = createStories({ db, now: () => 1_000, mayWrite: async () => true });
  let now = DAY;
  const calibration = createCalibration({
    db,
    pack: async () => ({ ok: true, value: PACK }),
    heard: (principal, { familyId }) => heardBy(db, [principal.id], familyId),
    now: () => (now += 1),
    mayRate: async () => true,
  });
  return { db, stories, calibration };
}

let all: Awaited<ReturnType<typeof set>>;
beforeEach(async () => {
  all = await set();
});

async function shown(who: Principal): Promise<CalibrationSample> {
  const answer = await all.calibration.next(who, PACK.id);
  if (!answer.ok || !answer.value) throw new Error('no sample is left');
  return answer.value;
}

const rates = (who: Principal, { itemId, index }: CalibrationSample, value: number) =>
  all.calibration.rate(who, { packId: PACK.id, itemId, index, value });

test('a story is its author’s alone, also after they signed in, and goes with them', async () => {
  const { db, stories } = all;
  const added = await stories.add(ana, text);
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  expect(await stories.list(ana)).toEqual([added.value]);
  expect(await stories.list(bo)).toEqual([]);
  const change = { ...text, revision: 1 };
  expect(await stories.change(bo, id, change)).toEqual(await stories.change(bo, 'st_none', change));
  await stories.remove(bo, id);
  await stories.removeAll(bo);
  const account = person('pr_account', ['pr_ana']);
  expect(await stories.change(account, id, { ...change, task: 'Mine', toldMs: 9_000 })).toMatchObject({
    ok: true,
    value: { task: 'Mine', toldMs: 9_000, revision: 2 },
  });
  await deletePerson(db, 'pr_ana', 1);
  expect(await stories.list(account)).toEqual([]);
});

test('what another device wrote is not written over, and thirty stories are enough', async () => {
  const { stories } = all;
  const added = await stories.add(ana, text);
  if (!added.ok) throw new Error(added.message);
  const { id } = added.value;
  await stories.change(ana, id, { ...text, action: 'Rolled back', revision: 1 });
  const late = await stories.change(ana, id, { ...text, action: 'Something else', revision: 1 });
  expect(late).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect((await stories.list(ana))[0]?.action).toBe('Rolled back');
  for (let no = 1; no < 30; no += 1) await stories.add(ana, text);
  expect(await stories.add(ana, text)).toMatchObject({ ok: false, code: 'too-many' });
});

test('samples rated alone are a point of one’s own drift, and each counts once', async () => {
  const { db, calibration } = all;
  const key = PACK.questions.flatMap((one) => one.samples)[0];
  for (let no = 0; no < 2; no += 1) {
    const sample = await shown(ana);
    expect(JSON.stringify(sample)).not.toContain('rating');
    expect(await rates(ana, sample, 5)).toMatchObject({ ok: true, value: { rating: key?.rating } });
    // Again, with the pack's rating known: only the first counts.
    await rates(ana, sample, 1);
  }
  const { drift } = await aboutMe(db, [ana.id]);
  expect(drift).toMatchObject([{ difference: 5 - (key?.rating ?? 0), samples: 2 }]);
  expect((await aboutMe(db, [bo.id])).drift).toEqual([]);
  expect(await calibration.rate(ana, { packId: PACK.id, itemId: 'none', index: 0, value: 3 })).toMatchObject({
    ok: false,
    code: 'item-unknown',
  });
});

test('a sample is shown alone, and its question counts as heard though nobody rates it', async () => {
  const { db } = all;
  const sample = await shown(ana);
  expect([...(await heardBy(db, [ana.id], PACK.familyId))]).toEqual([sample.itemId]);
  expect(await shown(ana)).toEqual(sample);
  expect(await heardBy(db, [bo.id], PACK.familyId)).toEqual(new Set());
});

test('no two samples of a question come in a row, and questions that were heard come before new ones', async () => {
  const { db } = all;
  const places: string[] = [];
  for (let no = 0; no < 4; no += 1) {
    const sample = await shown(ana);
    places.push(sample.itemId);
    await rates(ana, sample, 3);
  }
  expect(new Set(places).size).toBe(2);
  expect(places.filter((itemId, at) => itemId === places[at - 1])).toEqual([]);
  expect(await all.calibration.next(ana, PACK.id)).toEqual({ ok: true, value: null });
  const known = PACK.questions.findLast(({ samples }) => samples.length > 0)?.id ?? '';
  await db
    .insertInto('heard')
    .values({ principal_id: bo.id, family_id: PACK.familyId, item_id: known, at: 1 })
    .execute();
  expect((await shown(bo)).itemId).toBe(known);
});

test('rooms that are gone are named, and no others', async () => {
  const { db } = all;
  const row = { seq: 1, command_id: 'c', idx: 0, type: 'RoomOpened', data: '{}', at: 1, by: null };
  await db
    .insertInto('events')
    .values({ ...row, room_id: 'rm_here00000000' })
    .execute();
  expect(await goneRooms(db, ['rm_gone00000000', 'rm_here00000000'])).toEqual(['rm_gone00000000']);
  expect(await goneRooms(db, [])).toEqual([]);
});
