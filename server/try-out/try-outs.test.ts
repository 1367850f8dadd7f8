import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { audienceOf, currentRound, liveAsk, type RoomState } from '../room/core/state';
import { STRANGER, tryOut, VISITOR } from '../testing/trial';

const firstReveal = (state: RoomState) => currentRound(state)?.asks[0]?.reveal != null;
const isLive = (state: RoomState) => liveAsk(currentRound(state)) !== undefined;
const isPublished = (state: RoomState) => currentRound(state)?.phase === 'published';
const askOf = (state: RoomState) => liveAsk(currentRound(state))?.askId ?? '';

/** Somebody answers three questions briefly, and is in the green room. */
async function inTheGreenRoom() {
  const trial = await tryOut('hot-seat');
  for (let no = 1; no <= 3; no += 1) {
    await trial.passes(60, (state) => isLive(state) && currentRound(state)?.asks.length === no);
    await trial.sends({ type: 'RaiseHand', raised: false });
    await trial.passes(10);
    await trial.sends({ type: 'RaiseHand', raised: true });
  }
  await trial.passes(30, (state) => currentRound(state)?.phase === 'deliberating');
  return trial;
}

describe('a room among simulated people', () => {
  test('shows a watcher a reveal within a minute, and a whole round within six', async () => {
    const { passes, seconds } = await tryOut('observe');
    await passes(60, firstReveal);
    expect(seconds()).toBeLessThan(50);
    const state = await passes(360, isPublished);
    const round = currentRound(state);
    expect(round?.phase).toBe('published');
    expect(round?.asks).toHaveLength(3);
    for (const ask of round?.asks ?? []) {
      const firsts = Object.values(ask.first).map(({ value }) => value);
      expect(firsts).toHaveLength(3);
      expect(new Set(firsts).size).toBeGreaterThan(1);
      expect(Object.keys(ask.second)).toHaveLength(1);
      expect(Object.values(ask.ticks).every((ticks) => Object.keys(ticks).length >= 3)).toBe(true);
    }
    expect(Object.keys(round?.verdicts ?? {})).toHaveLength(3);
  });

  test('waits for a panelist who rates, and goes on without one who does not', async () => {
    const { passes, sends, seconds } = await tryOut('panel');
    const state = await passes(60, isLive);
    await passes(40);
    await sends({ type: 'SubmitRating', askId: askOf(state), value: 4 });
    const before = seconds();
    await passes(10, firstReveal);
    expect(seconds() - before).toBeLessThan(5);
    const later = await passes(300, (now) => currentRound(now)?.asks[1]?.reveal != null);
    expect(currentRound(later)?.asks[1]?.reveal).not.toBeNull();
  });

  test('goes on with the next question after one that its visitor withdrew', async () => {
    const { passes, sends } = await tryOut('panel');
    const state = await passes(60, isLive);
    const agenda = currentRound(state)?.agenda ?? [];
    await sends({ type: 'PushItem', itemId: agenda[1] ?? '', liveAskId: askOf(state) });
    await sends({ type: 'WithdrawAsk', askId: askOf(await passes(1)) });
    const later = await passes(60, (now) => isLive(now));
    expect(currentRound(later)?.asks.map(({ itemId }) => itemId)).toEqual(agenda);
  });

  test('lets its visitor steer: the others rate what is asked, and give their verdicts', async () => {
    const { passes, sends } = await tryOut('steer');
    await passes(30);
    await sends({ type: 'StartRound', candidateId: null });
    const started = await passes(2);
    const round = currentRound(started);
    await sends({ type: 'PushItem', itemId: round?.agenda[0] ?? '', liveAskId: null });
    const asked = await passes(40);
    const ask = liveAsk(currentRound(asked));
    expect(Object.keys(ask?.first ?? {})).toHaveLength(3);
    expect(ask?.reveal).toBeNull();
    await sends({ type: 'RevealRatings', askId: askOf(asked) });
    await sends({ type: 'StartDeliberation', roundId: round?.roundId ?? '' });
    const judged = currentRound(await passes(20));
    expect(Object.keys(judged?.verdicts ?? {})).toHaveLength(3);
    expect(judged?.asks[0]?.selfRating).toBeTruthy();
  });

  test('warms up with a visitor who steers: the others rate both samples, and open theirs when all do', async () => {
    const { passes, sends } = await tryOut('steer');
    await passes(5);
    await sends({ type: 'StartWarmUp' });
    const state = await passes(60, ({ warmUp }) => Object.keys(warmUp?.given ?? {}).length === 3);
    expect(Object.values(state.warmUp?.given ?? {})).toHaveLength(3);
    await passes(30);
    await sends({ type: 'RateSample', no: 1, value: 3 });
    await sends({ type: 'RateSample', no: 2, value: 3 });
    await sends({ type: 'AgreeToOpen' });
    const opened = await passes(10, ({ warmUp }) => warmUp?.agreed.length === 4);
    expect(opened.warmUp?.agreed).toHaveLength(4);
    expect(new Set(Object.values(opened.warmUp?.given ?? {}).flat()).size).toBeGreaterThan(1);
  });

  test('warms up with the samples of its seed, whatever the room is called', async () => {
    const samples = async (seed: number) => {
      const { passes, sends } = await tryOut('steer', { seed });
      await passes(5);
      await sends({ type: 'StartWarmUp' });
      return (await passes(1)).warmUp?.samples;
    };
    const once = await samples(3);
    expect(once).toHaveLength(2);
    expect(await samples(3)).toEqual(once);
    expect(await samples(4)).not.toEqual(once);
  });

  test('asks a visitor in the hot seat, who sees what a candidate sees, until they raise their hand', async () => {
    const { passes, sends, tryOuts, roomId, seconds } = await tryOut('hot-seat');
    const state = await passes(30, isLive);
    expect(audienceOf(state, state.tryOut?.visitorId ?? '')).toBe('candidate');
    expect(await tryOuts.spoken(VISITOR, roomId)).toEqual({ ok: true, value: null });
    const asked = await passes(60);
    expect(firstReveal(asked)).toBe(false);
    await sends({ type: 'RaiseHand', raised: true });
    await passes(10, firstReveal);
    expect(seconds()).toBeLessThan(120);
    const second = await passes(60, (now) => (currentRound(now)?.asks.length ?? 0) > 1);
    // A hand still raised from the previous question means nothing.
    const still = await passes(30);
    expect(currentRound(still)?.asks).toHaveLength(2);
    expect(currentRound(second)?.asks).toHaveLength(2);
  });

  test('leaves a question with a visitor in the hot seat until a minute over their time', async () => {
    const { passes } = await tryOut('hot-seat');
    const asked = await passes(30, isLive);
    const target = (liveAsk(currentRound(asked))?.clock.targetMs ?? 0) / 1_000;
    expect(target).toBe(180);
    expect(firstReveal(await passes(target + 50))).toBe(false);
    expect(firstReveal(await passes(20, firstReveal))).toBe(true);
  });

  test('waits for a visitor in the green room while they rate themselves or write', async () => {
    const { passes, sends } = await inTheGreenRoom();
    const round = currentRound(await passes(1));
    for (const { askId } of round?.asks ?? []) {
      expect(currentRound(await passes(35))?.phase).toBe('deliberating');
      await sends({ type: 'RateSelf', askId, value: 3 });
    }
    // All are rated, and they may still want to write.
    const written = { type: 'WriteReflection', roundId: round?.roundId ?? '', shared: false } as const;
    for (const text of ['It went', 'It went well']) {
      await passes(15);
      await sends({ ...written, text });
    }
    expect(currentRound(await passes(15))?.phase).toBe('deliberating');
    expect(isPublished(await passes(60, isPublished))).toBe(true);
  });

  test('does not wait in the green room for a visitor who does nothing there', async () => {
    const { passes } = await inTheGreenRoom();
    expect(isPublished(await passes(75, isPublished))).toBe(true);
  });

  test('has a candidate who talks as fast as people do, and is brief at first', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { passes, tryOuts, roomId } = await tryOut('observe', { seed });
      for (const no of [1, 2]) {
        const state = await passes(200, (now) => isLive(now) && currentRound(now)?.asks.length === no);
        const spoken = await tryOuts.spoken(VISITOR, roomId);
        if (!spoken.ok || !spoken.value) throw new Error('nobody says anything');
        const { text, talkMs } = spoken.value;
        const minutes = talkMs / 60_000;
        expect(text.split(/\s+/).length / minutes).toBeLessThan(200);
        if (no === 1) expect(talkMs).toBeLessThan(25_000);
        else expect(text.split(/\s+/).length).toBeGreaterThan(180);
        // Nobody rates an answer before it is over.
        const asked = liveAsk(currentRound(state))?.askedAt ?? 0;
        const rated = await passes(
          150,
          (now) => Object.keys(liveAsk(currentRound(now))?.first ?? {}).length > 0,
        );
        const [first] = Object.values(liveAsk(currentRound(rated))?.first ?? {});
        expect((first?.at ?? 0) - asked).toBeGreaterThan(talkMs);
      }
    }
  });

  test('tells listeners what there is to hear, and nobody outside', async () => {
    const { passes, tryOuts, roomId } = await tryOut('observe');
    expect(await tryOuts.spoken(VISITOR, roomId)).toEqual({ ok: true, value: null });
    const state = await passes(60, isLive);
    const said = await tryOuts.spoken(VISITOR, roomId);
    expect(said).toMatchObject({
      ok: true,
      value: { askId: askOf(state), text: expect.stringMatching(/\w/) },
    });
    expect(await tryOuts.spoken(STRANGER, roomId)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('does the same with the same seed, and different things with another', async () => {
    const played = async (seed: number) => {
      const { passes } = await tryOut('observe', { seed });
      const round = currentRound(await passes(360, isPublished));
      return round?.asks.map(({ itemId, first, ticks }) => [
        itemId,
        Object.values(first).map(({ value }) => value),
        Object.values(ticks),
      ]);
    };
    const once = await played(3);
    expect(await played(3)).toEqual(once);
    expect(await played(4)).not.toEqual(once);
  });
});

test('only simulated people act automatically', async () => {
  const { passes, sends, state, shown, adds } = await tryOut('steer');
  const friend = adds('Fay');
  await passes(5);
  await sends({ type: 'StartRound', candidateId: null });
  await sends({ type: 'PushItem', itemId: currentRound(await state())?.agenda[0] ?? '', liveAskId: null });
  const asked = liveAsk(currentRound(await passes(45)));
  expect(Object.keys(asked?.first ?? {})).toHaveLength(3);
  expect(asked?.first).not.toHaveProperty(friend);
  expect(asked?.ticks).not.toHaveProperty(friend);
  expect((await state()).members.find(({ memberId }) => memberId === friend)?.ready).toBe(false);
  expect(shown()).toHaveLength(4);
  expect(shown()).not.toContain(friend);
});

test('a day after opening, it rejects every command', async () => {
  const { passes, sends, sleeps } = await tryOut('steer');
  await passes(5);
  await sends({ type: 'RaiseHand', raised: true });
  sleeps();
  await expect(sends({ type: 'RaiseHand', raised: false })).rejects.toThrow('ended');
});

test('it is in no history, list or statistic: its only row says who owns it and until when', async () => {
  const { passes, rows } = await tryOut('observe');
  await passes(360, isPublished);
  expect(rows).toEqual([
    {
      table: 'try_outs',
      row: { room_id: expect.any(String), principal_id: VISITOR.id, until: expect.any(Number) },
    },
  ]);
});

describe('a process', () => {
  const visitor = (no: number) => ({ ...VISITOR, id: `pr_visitor${no}` });

  test('plays sixty rooms at once and opens no more', async () => {
    const { tryOuts } = await tryOut('observe');
    for (let no = 1; no < 60; no += 1)
      expect(await tryOuts.open(visitor(no), 'observe')).toMatchObject({ ok: true });
    expect(await tryOuts.open(visitor(60), 'observe')).toMatchObject({
      ok: false,
      code: 'slow-down',
      message: expect.stringContaining('All simulated panels are taken'),
    });
    // A visitor who moves on does not take another's place.
    expect(await tryOuts.open(visitor(1), 'steer')).toMatchObject({ ok: true });
  });

  test('gives the place of a visitor who has left to the next one, and plays their room again when they return', async () => {
    const { another, passes } = await tryOut('observe');
    const here = new Set<string>();
    const shown: string[] = [];
    const full = another({
      isHere: (roomId) => here.has(roomId),
      shows: (roomId, people) => {
        if (people.length === 0) shown.push(roomId);
      },
    });
    const opens = async (no: number) => {
      const opened = await full.open(visitor(no), 'observe');
      if (opened.ok) here.add(opened.value.roomId);
      return opened;
    };
    const rooms: string[] = [];
    for (let no = 1; no <= 60; no += 1) {
      const opened = await opens(no);
      if (opened.ok) rooms.push(opened.value.roomId);
    }
    expect(await opens(61)).toMatchObject({ code: 'slow-down' });
    const [first = '', second = ''] = rooms;
    here.delete(first);
    await passes(10);
    // It may be a reload.
    expect(await opens(61)).toMatchObject({ code: 'slow-down' });
    await passes(30);
    expect(await opens(61)).toMatchObject({ ok: true });
    expect(shown).toEqual([first]);
    here.add(first);
    expect(await full.spoken(visitor(1), first)).toMatchObject({
      code: 'slow-down',
      message: expect.stringContaining('comes back'),
    });
    here.delete(second);
    await passes(40);
    expect(await full.spoken(visitor(1), first)).toMatchObject({ ok: true });
    expect(shown).toEqual([first, second]);
  });

  test('says so when it cannot play another room', async () => {
    const { another, roomId } = await tryOut('observe');
    const restarted = another();
    for (let no = 1; no <= 60; no += 1) await restarted.open(visitor(no), 'observe');
    expect(await restarted.spoken(VISITOR, roomId)).toMatchObject({ ok: false, code: 'slow-down' });
  });

  test('leaves a room to the process that plays it, and takes over when that process is gone', async () => {
    const { another, roomId } = await tryOut('observe');
    let isPlayed = true;
    const shown: string[] = [];
    const other = another({
      isPlayedElsewhere: () => isPlayed,
      shows: (shownRoom) => shown.push(shownRoom),
      beatMs: 1,
    });
    onTestFinished(other.close);
    expect(await other.spoken(VISITOR, roomId)).toMatchObject({ ok: true });
    expect(shown).toEqual([]);
    isPlayed = false;
    expect(await other.spoken(VISITOR, roomId)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(shown).toContain(roomId));
  });

  test('plays one room per visitor, the one they opened last', async () => {
    const { tryOuts, roomId } = await tryOut('observe');
    for (let no = 0; no < 60; no += 1)
      expect(await tryOuts.open(VISITOR, 'observe')).toMatchObject({ ok: true });
    // The last room is open: nobody leaves it for an earlier one.
    expect(await tryOuts.spoken(VISITOR, roomId)).toMatchObject({
      ok: false,
      code: 'slow-down',
      message: expect.stringContaining('another room that you have open'),
    });
    for (let no = 1; no < 60; no += 1)
      expect(await tryOuts.open(visitor(no), 'observe')).toMatchObject({ ok: true });
  });
});
