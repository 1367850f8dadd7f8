import { expect, onTestFinished, test } from 'vitest';
import { logOf } from '../review/load-log';
import { createReview } from '../review/review';
import { createSigner } from '../review/signing';
import { currentRound } from '../room/core/state';
import { openRecord } from '../store/open';
import { createPackContents } from '../store/pack-contents';
import { sweepTryOuts } from '../store/sweep-try-outs';
import { tempFolder } from '../testing/temp-folder';
import { STRANGER, type Trial, tryOut, VISITOR } from '../testing/trial';

const HOUR_MS = 3_600_000;

/** Rooms among simulated people in a record of their own, played to their scorecards. */
async function played(times: number) {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  onTestFinished(() => record.close());
  const contents = createPackContents({ db, reader: 1, now: Date.now });
  const trials: Trial[] = [];
  for (let no = 0; no < times; no += 1) {
    const trial = await tryOut('observe', { seed: no, kept: { record, contents } });
    await trial.passes(360, (state) => currentRound(state)?.phase === 'published');
    trials.push(trial);
  }
  const review = createReview({
    db,
    loadRoom: async (roomId) => trials.find((trial) => trial.roomId === roomId)?.state() ?? null,
    loadLog: logOf(record, contents),
    code: { text: async () => '', history: async () => [] },
    signer: createSigner('a secret', 'http://hotseat.test'),
    keysOf: async () => null,
    now: Date.now,
  });
  return { db, review, trials };
}

async function placeOf(trial: Trial): Promise<[string, string]> {
  return [trial.roomId, currentRound(await trial.state())?.roundId ?? ''];
}

test('the scorecard of a tried-out room opens for its visitor, for nobody else, and from no list', async () => {
  const { review, trials } = await played(1);
  const [trial] = trials;
  if (!trial) throw new Error('nothing was played');
  const place = await placeOf(trial);
  const card = await review.scorecard(VISITOR, ...place);
  expect(card?.asks).toHaveLength(3);
  expect(card?.headline?.ratings).toBe(9);
  expect(await review.replay(VISITOR, ...place)).not.toBeNull();
  expect(await review.scorecard(STRANGER, ...place)).toBeNull();
  expect(await review.replay(STRANGER, ...place)).toBeNull();
  expect((await review.choices(VISITOR)).scorecards).toBe(0);
  expect(await review.running(VISITOR)).toEqual([]);
  expect(await review.questions(VISITOR)).toEqual([]);
});

test('an hour after its day a tried-out room is gone, with all that happened in it, and its scorecard does not open', async () => {
  const { db, review, trials } = await played(2);
  const [early, late] = trials;
  if (!early || !late) throw new Error('nothing was played');
  const place = await placeOf(early);
  const until = (await early.state()).tryOut?.until ?? 0;
  await db
    .updateTable('try_outs')
    .set({ until: until + HOUR_MS })
    .where('room_id', '=', late.roomId)
    .execute();
  const events = async () =>
    (await db.selectFrom('events').select('room_id').distinct().execute()).map((row) => row.room_id);

  await sweepTryOuts(db, until + HOUR_MS);
  expect((await events()).toSorted()).toEqual([early.roomId, late.roomId].toSorted());
  await sweepTryOuts(db, until + HOUR_MS + 1);
  expect(await events()).toEqual([late.roomId]);
  for (const table of ['room_packs', 'try_outs'] as const)
    expect(await db.selectFrom(table).select('room_id').execute()).toEqual([{ room_id: late.roomId }]);
  expect(await review.scorecard(VISITOR, ...place)).toBeNull();
  expect(await review.scorecard(VISITOR, ...(await placeOf(late)))).not.toBeNull();
});
