import { expect, onTestFinished, test } from 'vitest';
import type { Scorecard } from '../protocol/scorecard';
import { NO_FILTER } from '../protocol/words';
import { type ExportForm, exportText } from '../review/exports';
import { logOf } from '../review/load-log';
import { createReview } from '../review/review';
import { createSigner } from '../review/signing';
import { currentRound, liveAsk, type RoomState } from '../room/core/state';
import { openRecord } from '../store/open';
import { createPackContents } from '../store/pack-contents';
import { sweepTryOuts } from '../store/sweep-try-outs';
import { START } from '../testing/given';
import { wholeText } from '../testing/played-rooms';
import { tempFolder } from '../testing/temp-folder';
import { STRANGER, type Trial, tryOut, VISITOR } from '../testing/trial';

const HOUR_MS = 3_600_000;
const clock = { now: START };

/** Rooms among simulated people in a separate record. */
async function played(times: number, play: (no: number, kept: Kept) => Promise<Trial> = watched) {
  const opened = await openRecord({ databaseUrl: null, dataDir: tempFolder() });
  if (!opened.ok) throw new Error(opened.problem);
  const { db, record } = opened;
  onTestFinished(() => record.close());
  const contents = createPackContents({ db, reader: 1, now: Date.now });
  const trials: Trial[] = [];
  for (let no = 0; no < times; no += 1) {
    trials.push(await play(no, { record, contents }));
  }
  const review = createReview({
    db,
    loadRoom: async (roomId) => trials.find((trial) => trial.roomId === roomId)?.state() ?? null,
    lookAt: async (roomId) => trials.find((trial) => trial.roomId === roomId)?.state() ?? null,
    loadLog: logOf(record, contents),
    code: { text: async () => '', history: async () => [] },
    signer: createSigner('a secret', 'http://hotseat.test'),
    keysOf: async () => null,
    mayImport: async () => true,
    mayExport: async () => true,
    mayReplay: async () => true,
    now: () => clock.now,
  });
  return { db, review, trials };
}

type Kept = NonNullable<NonNullable<Parameters<typeof tryOut>[1]>['kept']>;

async function* among(card: Scorecard) {
  yield { scorecard: card };
}

const isPublished = (state: RoomState) => currentRound(state)?.phase === 'published';

/** Somebody watches, until there is a scorecard. */
async function watched(no: number, kept: Kept): Promise<Trial> {
  const trial = await tryOut('observe', { seed: no, kept });
  await trial.passes(360, isPublished);
  return trial;
}

/** Somebody practises alone with one question, and gives themselves a 4. */
async function practised(no: number, kept: Kept): Promise<Trial> {
  const wish = { packId: 'software-engineer', questions: 1, targetSeconds: null };
  const trial = await tryOut(wish, { seed: no, kept });
  await trial.sends({ type: 'SetReady', ready: true });
  const state = await trial.passes(20, (now) => liveAsk(currentRound(now)) !== undefined);
  const askId = liveAsk(currentRound(state))?.askId ?? '';
  await trial.sends({ type: 'FinishAnswer', askId });
  await trial.sends({ type: 'RateOwnAnswer', askId, value: 4 });
  await trial.sends({ type: 'LeaveAnswer', askId });
  await trial.passes(20, isPublished);
  return trial;
}

async function placeOf(trial: Trial): Promise<[string, string]> {
  return [trial.roomId, currentRound(await trial.state())?.roundId ?? ''];
}

test('the scorecard of a try-out opens only for its visitor, and is in no list', async () => {
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
  expect((await review.questions(VISITOR)).entries).toEqual([]);
});

test('a try-out’s scorecard says that it is simulated, and is never signed, shared, compared or imported', async () => {
  const { review, trials } = await played(1);
  const [trial] = trials;
  if (!trial) throw new Error('nothing was played');
  const [roomId, roundId] = await placeOf(trial);
  const place = { roomId, roundId };
  const card = await review.scorecard(VISITOR, roomId, roundId);
  if (!card) throw new Error('there is no scorecard');
  expect(card.room.format).toBe('simulated');
  const fileAs = async (form: ExportForm) =>
    wholeText(await review.exported(VISITOR, { rounds: [place] }, form));
  expect(await fileAs('markdown')).toContain('- Simulated, made up');
  expect((await fileAs('csv'))?.split('\r\n')[1]).toContain(',simulated,');
  expect(await fileAs('json')).toBeNull();
  expect(await review.looked(VISITOR, place)).toBeNull();
  expect(await review.shares.make(VISITOR, place, { names: true, days: 7 })).toBeNull();
  expect(await review.shares.list(VISITOR, place)).toBeNull();

  const signer = createSigner('a secret', 'http://hotseat.test');
  const signed = exportText('json', among(card), signer, clock.now);
  const keeping = await review.kept.keep(VISITOR, (await wholeText(signed)) ?? '');
  expect(keeping).toMatchObject({ kept: 0, problems: [expect.stringContaining('simulated panel')] });
  expect((await review.kept.list(VISITOR, null, 10)).entries).toEqual([]);
  expect((await review.history(VISITOR, { ...NO_FILTER, cursor: null, size: 10 })).entries).toEqual([]);
  expect(await review.trends(VISITOR, NO_FILTER)).toMatchObject({ lines: [] });
});

test('an hour after its day, a try-out is deleted with all its events, and its scorecard does not open', async () => {
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

test('a practice is in its person’s history as a practice, and in no trend, curve or count of panels', async () => {
  const { db, review, trials } = await played(1, practised);
  const [trial] = trials;
  if (!trial) throw new Error('nothing was played');
  const alone = { ...NO_FILTER, format: 'alone' as const };
  const page = await review.history(VISITOR, { ...NO_FILTER, cursor: null, size: 10 });
  expect(page.entries).toMatchObject([
    { format: 'alone', role: 'candidate', scores: { first: 4, ratings: 1 } },
  ]);
  expect((await review.trends(VISITOR, NO_FILTER)).lines).toEqual([]);
  expect((await review.trends(VISITOR, alone)).lines).toMatchObject([{ points: [{ mean: 4, ratings: 1 }] }]);
  const about = await review.aboutMe(VISITOR);
  expect([about.calibration, about.practise, about.moved.asks]).toEqual([[], [], 0]);
  expect((await review.packHealth(VISITOR, 'software-engineer'))?.questions).toEqual([]);
  expect((await review.questions(VISITOR)).entries).toHaveLength(1);

  // Unlike a try-out, it is kept when its day is over.
  await sweepTryOuts(db, trial.now() + 48 * HOUR_MS);
  expect(await db.selectFrom('try_outs').selectAll().execute()).toEqual([]);
  expect(await review.scorecard(VISITOR, ...(await placeOf(trial)))).not.toBeNull();
});

test('an unfinished practice is among the running rooms for its day, and is deleted after it', async () => {
  const { db, review, trials } = await played(1, async (no, kept) =>
    tryOut({ packId: 'software-engineer', questions: 1, targetSeconds: null }, { seed: no, kept }),
  );
  const until = (await trials[0]?.state())?.tryOut?.until ?? 0;
  expect(until).toBeGreaterThan(0);
  clock.now = until - 1;
  expect(await review.running(VISITOR)).toHaveLength(1);
  clock.now = until;
  expect(await review.running(VISITOR)).toEqual([]);
  await sweepTryOuts(db, until + HOUR_MS + 1);
  for (const table of ['events', 'memberships', 'room_packs', 'try_outs'] as const)
    expect(await db.selectFrom(table).select('room_id').execute()).toEqual([]);
});
