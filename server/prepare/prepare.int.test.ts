import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { aboutMe } from '../review/about-me';
import { heardBy } from '../review/heard';
import type { Principal } from '../runtime/principal';
import { openRecord } from '../store/open';
import { deletePerson } from '../store/upkeep';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { createCalibration } from './calibration';
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
const PACK = testPack({ groups: 2, questionsPerGroup: 3, exercises: 0 });

async function set() {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  const { db } = opened;
  const stories = createStories({ db, now: () => 1_000, mayWrite: async () => true });
  const calibration = createCalibration({
    db,
    pack: async () => ({ ok: true, value: PACK }),
    heard: (principal, { familyId }) => heardBy(db, [principal.id], familyId),
    now: () => 86_400_000,
    mayRate: async () => true,
  });
  return { db, stories, calibration };
}

let all: Awaited<ReturnType<typeof set>>;
beforeEach(async () => {
  all = await set();
});

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

test('samples rated alone are a point of one’s own drift, and their questions count as heard', async () => {
  const { db, calibration } = all;
  const next = async () => {
    const answer = await calibration.next(ana, PACK.id);
    return answer.ok ? answer.value : [];
  };
  const samples = await next();
  expect(samples).toHaveLength(2);
  expect(JSON.stringify(samples)).not.toContain('rating');
  const key = PACK.questions.flatMap((one) => one.samples)[0];
  for (const { itemId, index } of samples) {
    const rated = await calibration.rate(ana, { packId: PACK.id, itemId, index, value: 5 });
    expect(rated).toMatchObject({ ok: true, value: { rating: key?.rating } });
    // Again, with the pack's rating known: only the first counts.
    await calibration.rate(ana, { packId: PACK.id, itemId, index, value: 1 });
  }
  const { drift } = await aboutMe(db, [ana.id]);
  expect(drift).toEqual([{ at: 86_400_000, difference: 5 - (key?.rating ?? 0), samples: 2 }]);
  expect((await aboutMe(db, [bo.id])).drift).toEqual([]);
  expect([...(await heardBy(db, [ana.id], PACK.familyId))]).toEqual(samples.map(({ itemId }) => itemId));
  const again = await next();
  expect(again.map(({ itemId, index }) => `${itemId}/${index}`)).not.toEqual(
    expect.arrayContaining(samples.map(({ itemId, index }) => `${itemId}/${index}`)),
  );
  expect(await calibration.rate(ana, { packId: PACK.id, itemId: 'none', index: 0, value: 3 })).toMatchObject({
    ok: false,
    code: 'item-unknown',
  });
});
