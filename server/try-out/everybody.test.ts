import { expect, test } from 'vitest';
import { scorecardFor } from '../review/scorecard';
import { currentRound, isSimulated, itemOf, liveAsk, type RoomState, type TryOut } from '../room/core/state';
import { fullFrame } from '../room/core/views';
import { shipped } from '../testing/shipped-packs';
import { tryOut, VISITOR } from '../testing/trial';
import { CUT_ANSWERS } from './cut-answers';
import { overheard } from './overheard';
import { LIVELY } from './said';
import { spokenIn } from './spoken';

const isLive = (state: RoomState) => liveAsk(currentRound(state)) !== undefined;
const isPublished = (state: RoomState) => currentRound(state)?.phase === 'published';

test('each of the panel notes other words of the answer, and one of them asks a follow-up, which gets a line', async () => {
  const { passes, tryOuts, roomId } = await tryOut('observe');
  const state = await passes(60, (now) => (liveAsk(currentRound(now))?.followUps.length ?? 0) > 0);
  const said = await tryOuts.spoken(VISITOR, roomId);
  expect(said).toMatchObject({ ok: true, value: { more: [expect.stringMatching(/\w+/)] } });
  expect(currentRound(state)?.asks).toHaveLength(1);

  const round = currentRound(await passes(360, isPublished));
  expect(round?.asks.flatMap(({ followUps }) => followUps)).toHaveLength(1);
  for (const ask of round?.asks ?? []) {
    const item = itemOf(state, ask.itemId);
    expect(new Set(ask.notes.map(({ memberId }) => memberId)).size).toBe(3);
    expect(new Set(ask.notes.map(({ text }) => text)).size).toBe(3);
    const texts = (item?.samples ?? []).map(({ text }) => text.replaceAll(/\s+/g, ' '));
    for (const { text } of ask.notes) {
      const quoted = /^“(.+)”$/.exec(text.replaceAll(/\s+/g, ' '))?.[1] ?? 'no quote';
      expect(texts.some((sample) => sample.includes(quoted))).toBe(true);
    }
  }
});

test('a visitor in the hot seat finds on the scorecard what was noted, and that it is made up', async () => {
  const { passes, sends } = await tryOut('hot-seat');
  await passes(60, isLive);
  await passes(40);
  await sends({ type: 'RaiseHand', raised: true });
  const state = await passes(900, isPublished);
  const card = scorecardFor(state, currentRound(state)?.roundId ?? '', state.tryOut?.visitorId ?? '');
  const notes = card?.asks[0]?.evidence ?? [];
  expect(new Set(notes.map(({ memberId }) => memberId)).size).toBe(3);
  for (const { text } of notes) expect(text).toMatch(/^Made up: /);
});

test('a candidate has something to say to every question of the bank, and nobody can ask them for code', async () => {
  const { passes, sends } = await tryOut('steer');
  const state = await passes(5);
  expect(state.pack.exercises).toEqual([]);
  const question = state.pack.questions.find(({ samples }) => samples.length === 0);
  const unsampled = question ?? state.pack.questions[0];
  if (!unsampled) throw new Error('the pack is empty');
  await sends({ type: 'StartRound', candidateId: null });
  await sends({ type: 'PushItem', itemId: unsampled.id, liveAskId: null });
  const asked = await passes(1);
  const pack = {
    ...asked.pack,
    questions: asked.pack.questions.map((other) =>
      other.id === unsampled.id ? { ...other, samples: [] } : other,
    ),
  };
  expect(spokenIn({ ...asked, pack }, asked.hostId)?.text).toMatch(/(\w+\W+){30}/);
});

/** What each simulated person goes by is the same in both states, which differ for the visitor. */
function expectSameForOthers(one: RoomState, other: RoomState, now: number): void {
  const visitorId = one.tryOut?.visitorId ?? '';
  const goesBy = (state: RoomState, memberId: string) =>
    JSON.stringify([fullFrame(state, memberId, now), overheard(state, state.tryOut as TryOut, LIVELY)]);
  expect(one.members.filter(isSimulated).length).toBeGreaterThan(2);
  for (const { memberId } of one.members)
    if (memberId === visitorId) expect(goesBy(one, memberId)).not.toBe(goesBy(other, memberId));
    else expect(goesBy(one, memberId)).toBe(goesBy(other, memberId));
}

test('simulated people act on their own frame and on what is overheard, and on nothing that the visitor keeps private', async () => {
  const trial = await tryOut({ packId: 'software-engineer', questions: 1, targetSeconds: null });
  await trial.sends({ type: 'SetReady', ready: true });
  const asked = await trial.passes(20, isLive);
  const askId = liveAsk(currentRound(asked))?.askId ?? '';
  await trial.sends({ type: 'FinishAnswer', askId });
  await trial.sends({ type: 'RateOwnAnswer', askId, value: 2 });
  const low = await trial.state();
  await trial.sends({ type: 'RateOwnAnswer', askId, value: 5 });
  const high = await trial.state();
  expectSameForOthers(low, high, trial.now());
  expect(overheard(high, high.tryOut as TryOut, LIVELY).answer).toEqual({ marks: {}, isRated: true });
});

test('they know nothing of what a visitor on their panel ticks, notes and rates before the reveal', async () => {
  const trial = await tryOut('panel');
  const asked = await trial.passes(60, isLive);
  const ask = liveAsk(currentRound(asked));
  const [point] = itemOf(asked, ask?.itemId ?? '')?.points ?? [];
  const askId = ask?.askId ?? '';
  await trial.sends({ type: 'SubmitRating', askId, value: 2 });
  const low = await trial.state();
  await trial.sends({ type: 'SubmitRating', askId, value: 5 });
  await trial.sends({ type: 'MarkPoint', askId, pointId: point?.id ?? '', mark: 'heard' });
  const note = { noteId: 'note-0123456789', text: 'Very good', atMs: 1_000, share: 'none' } as const;
  await trial.sends({ type: 'WriteNote', askId, ...note });
  const high = await trial.state();
  expect(liveAsk(currentRound(high))).toMatchObject({ notes: [{ text: 'Very good' }] });
  expectSameForOthers(low, high, trial.now());
});

test('they see that a visitor rates themselves in the green room, and neither how nor what they write', async () => {
  const trial = await tryOut('hot-seat');
  for (let no = 1; no <= 3; no += 1) {
    await trial.passes(60, (state) => isLive(state) && currentRound(state)?.asks.length === no);
    await trial.sends({ type: 'RaiseHand', raised: false });
    await trial.passes(5);
    await trial.sends({ type: 'RaiseHand', raised: true });
  }
  const before = await trial.passes(30, (state) => currentRound(state)?.phase === 'deliberating');
  const told = (state: RoomState) => overheard(state, state.tryOut as TryOut, LIVELY);
  const round = currentRound(before);
  expect(told(before).visitor).toMatchObject({ workedAt: null, hasRatedThemselves: false });
  const askId = round?.asks[0]?.askId ?? '';
  await trial.sends({ type: 'RateSelf', askId, value: 2 });
  const low = await trial.state();
  await trial.sends({ type: 'RateSelf', askId, value: 5 });
  await trial.sends({
    type: 'WriteReflection',
    roundId: round?.roundId ?? '',
    text: 'It went well',
    shared: false,
  });
  const high = await trial.state();
  expect(told(high)).toEqual(told(low));
  expect(told(low).visitor.workedAt).toBe(trial.now());
});

test('an answer that is cut has only sentences of the pack’s answer, and marks points of its question', () => {
  const { questions } = shipped('software-engineer').pack;
  for (const [id, cuts] of Object.entries(CUT_ANSWERS)) {
    const question = questions.find((one) => one.id === id);
    const points = question?.points.map((point) => point.id);
    expect(Object.keys(cuts)).toEqual(question?.samples.map(({ rating }) => String(rating)));
    for (const { rating, text, heard, partial } of question?.samples ?? []) {
      const cut = cuts[rating];
      for (const sentence of cut?.sentences ?? []) expect(text.replaceAll(/\s+/g, ' ')).toContain(sentence);
      expect(points).toEqual(expect.arrayContaining([...(cut?.heard ?? []), ...(cut?.partial ?? [])]));
      expect([...heard, ...partial]).toEqual(
        expect.arrayContaining([...(cut?.heard ?? []), ...(cut?.partial ?? [])]),
      );
      expect(cut?.rating).toBeLessThanOrEqual(rating);
    }
  }
});
