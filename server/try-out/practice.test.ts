import { describe, expect, test } from 'vitest';
import type { Asked } from '../judge/question';
import { MANNERS } from '../protocol/words';
import { scorecardFor } from '../review/scorecard';
import { currentRound, isSimulated, itemOf, liveAsk, memberOf, type RoomState } from '../room/core/state';
import { fullFrame } from '../room/core/views';
import { STRANGER, type Trial, tryOut, VISITOR } from '../testing/trial';
import { leadOf } from './practice';

const WISH = { packId: 'software-engineer', questions: 2, targetSeconds: 120 };

const live = (state: RoomState) => liveAsk(currentRound(state));
const isAsked = (state: RoomState) => live(state) !== undefined;
const isPublished = (state: RoomState) => currentRound(state)?.phase === 'published';
const pushed = (state: RoomState) => live(state)?.followUps.length ?? 0;

/** Somebody practises, is ready, and has been asked. */
async function asked(seed = 7): Promise<Trial & { state0: RoomState }> {
  const trial = await tryOut(WISH, { seed });
  await trial.sends({ type: 'SetReady', ready: true });
  return { ...trial, state0: await trial.passes(10, isAsked) };
}

const isBehavioural = (state: RoomState) => {
  const item = itemOf(state, live(state)?.itemId ?? '');
  return item?.kind === 'question' && item.behavioural;
};

const idIn = (state: RoomState) => live(state)?.askId ?? '';

/** They have answered the first question and rated that. */
async function rated(): Promise<Trial> {
  const trial = await asked();
  const askId = await finishes(trial, 90);
  await trial.sends({ type: 'RateOwnAnswer', askId, value: 4 });
  return trial;
}

/** They answer for this long, and say that they have finished. */
async function finishes(trial: Trial, seconds: number): Promise<string> {
  const state = await trial.passes(seconds);
  const askId = idIn(state);
  await trial.sends({ type: 'FinishAnswer', askId });
  return askId;
}

describe('a panel for one', () => {
  test('waits until somebody is ready, however long that takes', async () => {
    const trial = await tryOut(WISH);
    expect(currentRound(await trial.passes(120))).toBeUndefined();
    await trial.sends({ type: 'SetReady', ready: true });
    expect(isAsked(await trial.passes(5, isAsked))).toBe(true);
  });

  test('asks one question after another, each from a different person, with a few words before', async () => {
    const trial = await asked();
    const first = live(trial.state0);
    const said = await trial.tryOuts.spoken(VISITOR, trial.roomId);
    expect(said).toMatchObject({
      ok: true,
      value: {
        askId: first?.askId,
        speaker: memberOf(trial.state0, first?.askedBy ?? '')?.name,
        text: expect.stringMatching(/\w/),
        // One’s own stories are offered beside these.
        behavioural: isBehavioural(trial.state0),
      },
    });
    expect(await trial.tryOuts.spoken(STRANGER, trial.roomId)).toMatchObject({ ok: false });
    await finishes(trial, 100);
    await trial.sends({ type: 'LeaveAnswer', askId: first?.askId ?? '' });
    const second = live(await trial.passes(10, isAsked));
    expect(second?.askId).not.toBe(first?.askId);
    expect(second?.askedBy).not.toBe(first?.askedBy);
  });

  test('asks a follow-up after a short answer, and none after a long one without marks', async () => {
    const short = await asked();
    await finishes(short, 20);
    const further = await short.passes(10);
    expect(pushed(further)).toBe(1);
    // It is the friendly one who asks further, whoever asked.
    const friendly = further.members.filter(isSimulated)[MANNERS.indexOf('friendly')];
    const { view } = fullFrame(further, further.tryOut?.visitorId ?? '', short.now()) ?? {};
    const [followUp] = view && 'prompt' in view ? Object.values(view.prompt?.followUps ?? {}) : [];
    expect(followUp?.askedBy).toBe(friendly?.name);
    expect(friendly?.memberId).not.toBe(live(further)?.askedBy);
    const long = await asked();
    await finishes(long, 100);
    expect(pushed(await long.passes(30))).toBe(0);
  });

  test('lets somebody mark in peace: nothing follows their first mark for a while', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const trial = await asked(seed);
      const askId = await finishes(trial, 100);
      const [point] = itemOf(trial.state0, live(trial.state0)?.itemId ?? '')?.points ?? [];
      await trial.sends({ type: 'MarkOwnPoint', askId, pointId: point?.id ?? '', mark: 'heard', atMs: null });
      expect(pushed(await trial.passes(10))).toBe(0);
    }
  });

  test('digs after somebody marks a point of a follow-up as missed, but not after they have rated', async () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const dug = [];
    for (const seed of seeds) {
      const trial = await asked(seed);
      const askId = await finishes(trial, 100);
      const points = itemOf(trial.state0, live(trial.state0)?.itemId ?? '')?.points ?? [];
      for (const { id: pointId } of points)
        await trial.sends({ type: 'MarkOwnPoint', askId, pointId, mark: 'missed', atMs: 0 });
      if (seed === 6) await trial.sends({ type: 'RateOwnAnswer', askId, value: 3 });
      dug.push(pushed(await trial.passes(10)));
    }
    expect(dug.slice(0, 5).filter((times) => times > 0).length).toBeGreaterThan(1);
    expect(dug.at(-1)).toBe(0);
  });

  test('ends with a scorecard that says who rated it, after the last question or when somebody has had enough', async () => {
    const trial = await asked();
    const askId = await finishes(trial, 90);
    const [point, other] = itemOf(trial.state0, live(trial.state0)?.itemId ?? '')?.points ?? [];
    await trial.sends({ type: 'MarkOwnPoint', askId, pointId: point?.id ?? '', mark: 'heard', atMs: 12_000 });
    // Without listening, nobody knows when it was.
    await trial.sends({ type: 'MarkOwnPoint', askId, pointId: other?.id ?? '', mark: 'heard', atMs: null });
    await trial.sends({ type: 'RateOwnAnswer', askId, value: 4 });
    await trial.sends({ type: 'RaiseHand', raised: true });
    await trial.sends({ type: 'LeaveAnswer', askId });
    const state = await trial.passes(20, isPublished);
    const visitorId = state.tryOut?.visitorId ?? '';
    const card = scorecardFor(state, currentRound(state)?.roundId ?? '', visitorId);
    expect(card).toMatchObject({
      room: { format: 'alone' },
      headline: { first: 4, ratings: 1, people: [{ memberId: visitorId }] },
      verdicts: null,
      agreement: null,
    });
    expect(card?.asks).toHaveLength(1);
    expect(card?.asks[0]?.points?.slice(0, 2)).toMatchObject([
      { panel: 'heard', heardAtMs: 12_000 },
      { panel: 'heard', heardAtMs: null },
    ]);
    const ended = await trial.passes(90, ({ phase }) => phase === 'ended');
    expect(ended.phase).toBe('ended');
  });

  test('keeps the rating of an answer that somebody went on with, and then left', async () => {
    const trial = await rated();
    const askId = idIn(await trial.state());
    await trial.sends({ type: 'GoOnAnswering', askId });
    await trial.sends({ type: 'RaiseHand', raised: true });
    await trial.sends({ type: 'LeaveAnswer', askId });
    const state = await trial.passes(20, isPublished);
    const card = scorecardFor(state, currentRound(state)?.roundId ?? '', state.tryOut?.visitorId ?? '');
    expect(card).toMatchObject({ headline: { first: 4, ratings: 1 }, asks: [{ status: 'asked' }] });
  });

  test('is finished for somebody who closes the page after the last answer', async () => {
    const trial = await rated();
    const askId = idIn(await trial.state());
    await trial.sends({ type: 'RaiseHand', raised: true });
    await trial.sends({ type: 'LeaveAnswer', askId });
    trial.leaves();
    expect(isPublished(await trial.passes(10, isPublished))).toBe(true);
  });

  test('is finished for somebody who went away in the middle, once nobody waits for them', async () => {
    const trial = await rated();
    trial.leaves();
    expect(currentRound(await trial.passes(500))?.phase).toBe('asking');
    expect(isPublished(await trial.passes(150, isPublished))).toBe(true);
    // Nothing was rated here, so there is nothing to keep.
    const other = await asked();
    other.leaves();
    expect(currentRound(await other.passes(700))?.phase).toBe('asking');
  });

  test('is finished before its day is over, by a process that started later', async () => {
    const trial = await rated();
    await trial.another().finish(trial.roomId);
    expect(currentRound(await trial.state())?.phase).toBe('asking');
    trial.leaves();
    await trial.another().finish(trial.roomId);
    expect(isPublished(await trial.state())).toBe(true);
  });

  test('begins without words about a next question, and later questions without an opening', async () => {
    for (const seed of [1, 2, 3, 4])
      for (let asked = 0; asked < 8; asked += 1) {
        const said = leadOf(0, { askId: `ak_${asked}`, asked }, seed);
        expect(said === 'Let’s begin.').toBe(asked === 0);
      }
  });

  test('is in its candidate’s history as a practice, and in nobody else’s', async () => {
    const trial = await asked();
    for (let no = 0; no < WISH.questions; no += 1) {
      await trial.passes(20, isAsked);
      const askId = await finishes(trial, 90);
      await trial.sends({ type: 'RateOwnAnswer', askId, value: 3 });
      await trial.sends({ type: 'LeaveAnswer', askId });
    }
    await trial.passes(20, isPublished);
    const rows = trial.rows.filter(({ table }) => table === 'scorecards').map(({ row }) => row);
    expect(rows).toMatchObject([{ format: 'alone', first_mean: 3, ratings: 2 }]);
    const people = trial.rows.flatMap(({ row }) => ('principal_id' in row ? [row.principal_id] : []));
    expect(new Set(people)).toEqual(new Set([VISITOR.id]));
    expect(trial.rows.filter(({ table }) => table === 'try_outs')).toHaveLength(1);
    expect(trial.rows.filter(({ table }) => table === 'heard')).toHaveLength(2);
  });

  test('a judge is asked about a finished answer of one’s own, and about nothing else', async () => {
    const asked: { id: string; followUps: readonly string[] }[] = [];
    const judge = {
      opinion: async ({ item: { id }, followUps }: Asked) => {
        asked.push({ id, followUps });
        return { kind: 'none', why: 'no-sense' } as const;
      },
    };
    const trial = await tryOut(WISH, { judge });
    await trial.sends({ type: 'SetReady', ready: true });
    const state = await trial.passes(10, isAsked);
    const wish = { askId: idIn(state), transcript: 'a set' };
    const { tryOuts, roomId } = trial;
    expect(await tryOuts.opinion(VISITOR, roomId, wish)).toMatchObject({ code: 'not-found' });
    await finishes(trial, 90);
    expect(await tryOuts.opinion(STRANGER, roomId, wish)).toMatchObject({ code: 'not-found' });
    expect(await tryOuts.opinion(VISITOR, roomId, wish)).toMatchObject({ ok: true });
    expect(asked).toEqual([{ id: live(state)?.itemId, followUps: [] }]);
    // Anybody may preview what would be sent any number of times; opinions are counted.
    expect(trial.opinions()).toBe(1);
    expect(await tryOuts.opinion(VISITOR, roomId, { ...wish, transcript: null })).toMatchObject({ ok: true });
    expect(trial.opinions()).toBe(1);
    const seat = await tryOut('hot-seat', { judge });
    const other = await seat.passes(60, isAsked);
    const there = { ...wish, askId: idIn(other) };
    expect(await seat.tryOuts.opinion(VISITOR, seat.roomId, there)).toMatchObject({ code: 'not-found' });
    expect(await (await tryOut(WISH)).tryOuts.opinion(VISITOR, roomId, wish)).toMatchObject({ ok: false });
  });
});
