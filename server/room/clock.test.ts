import { describe, expect, test } from 'vitest';
import { panelView } from '../protocol/views';
import { by, given, idOf, SECOND, START, stateOf } from '../testing/given';
import { asked, ledRound, PACK, peerLobby, pushed, revealed, roundStarted } from '../testing/stories';
import { liveAsk, type RoomState } from './core/state';
import { fullFrame, viewOf } from './core/views';
import { answerMs, usedMs } from './rules';

const push = (itemId: string, liveAskId: string | null) => ({ type: 'PushItem', itemId, liveAskId }) as const;
const a1 = { askId: 'a1' };

function clockOf(state: RoomState) {
  const ask = liveAsk(state.rounds.at(-1));
  if (!ask) throw new Error('no ask is live');
  return ask.clock;
}

describe('the clock', () => {
  test('[CLOCK-1] the clock runs from the push', () => {
    expect(clockOf(stateOf(asked()))).toEqual({
      targetMs: 180_000,
      elapsedMs: 0,
      runningSince: START + asked().length * SECOND - SECOND,
      moment: false,
    });
  });

  test('[CLOCK-1] its target is the room’s, or else the question’s own, or else three minutes', () => {
    const own = { ...PACK, questions: PACK.questions.map((item) => ({ ...item, targetSeconds: 240 })) };
    const peers = (targetSeconds: number | null, pack = PACK) => [
      ...peerLobby({ targetSeconds }, pack),
      ...by('hana', roundStarted('pia', { pool: ['g1-q1'] })),
    ];
    given(peers(null))
      .when('hana', push('g1-q1', null))
      .makes(pushed('a1', 'g1-q1', 180_000));
    given(peers(null, own))
      .when('hana', push('g1-q1', null))
      .makes(pushed('a1', 'g1-q1', 240_000));
    given(peers(90, own))
      .when('hana', push('g1-q1', null))
      .makes(pushed('a1', 'g1-q1', 90_000));
  });

  test('[CLOCK-1] an exercise has its own target, or else ten minutes', () => {
    given(ledRound({ targetSeconds: 90 }))
      .when('hana', push('x1', null))
      .makes({ type: 'ItemPushed', askId: 'a1', itemId: 'x1', targetMs: 600_000, mode: 'review' });
  });

  test('[CLOCK-2] a paused clock uses no time', () => {
    const paused = given(asked()).when('pia', { type: 'PauseClock', ...a1 }, { at: START + 60_000 });
    const clock = clockOf(paused.state());
    expect(usedMs(clock, START + 900_000)).toBe(usedMs(clock, START + 60_000));
    const pause = by('pia', { type: 'ClockPaused', ...a1, moment: false });
    given(asked(), pause)
      .when('pia', { type: 'PauseClock', ...a1 })
      .changesNothing();
    given(asked(), pause)
      .when('pia', { type: 'ResumeClock', ...a1 })
      .makes({ type: 'ClockResumed', ...a1 });
    given(asked())
      .when('pia', { type: 'ResumeClock', ...a1 })
      .changesNothing();
  });

  test('[CLOCK-3] added time raises the target', () => {
    const after = given(asked())
      .when('hana', { type: 'AddTime', ...a1, seconds: 60 })
      .state();
    expect(clockOf(after)).toMatchObject({ targetMs: 240_000, elapsedMs: 0 });
  });

  test('[CLOCK-4] a person who joins late gets the same clock, and frames carry the server’s time', () => {
    const state = stateOf(asked());
    const [early, late] = [START + 30_000, START + 90_000].map((at) => fullFrame(state, idOf('carl'), at));
    expect(early?.view).toEqual(late?.view);
    expect([early?.at, late?.at]).toEqual([START + 30_000, START + 90_000]);
  });

  test('[CLOCK-4] a clock that runs backwards uses no negative time', () => {
    expect(usedMs(clockOf(stateOf(asked())), START - 99_000)).toBe(0);
  });

  test('[CLOCK-5] the candidate takes a moment and ends it', () => {
    const moment = by('carl', { type: 'ClockPaused', ...a1, moment: true });
    given(asked())
      .when('carl', { type: 'TakeMoment', ...a1 })
      .makes({ type: 'ClockPaused', ...a1, moment: true });
    given(asked(), moment)
      .when('carl', { type: 'TakeMoment', ...a1 })
      .changesNothing();
    given(asked(), moment)
      .when('carl', { type: 'ResumeClock', ...a1 })
      .makes({ type: 'ClockResumed', ...a1 });
    given(asked())
      .when('pia', { type: 'TakeMoment', ...a1 })
      .rejects('not-allowed');
  });

  test('[CLOCK-5] the candidate cannot undo a pause by the panel', () => {
    const pause = by('pia', { type: 'ClockPaused', ...a1, moment: false });
    given(asked(), pause)
      .when('carl', { type: 'TakeMoment', ...a1 })
      .changesNothing();
    given(asked(), pause)
      .when('carl', { type: 'ResumeClock', ...a1 })
      .rejects('not-allowed');
    const moment = by('carl', { type: 'ClockPaused', ...a1, moment: true });
    given(asked(), moment)
      .when('hana', { type: 'PauseClock', ...a1 })
      .makes({ type: 'ClockPaused', ...a1, moment: false });
  });

  test('[CLOCK-6] the candidate’s clock runs on through a reveal, so that it does not show them one', () => {
    expect(viewOf(stateOf(asked()), 'candidate')).toEqual(viewOf(stateOf(revealed()), 'candidate'));
  });

  test('[CLOCK-6] the panel’s time stops at the reveal, where the record stopped', () => {
    const { asks, clock } = panelView.parse(viewOf(stateOf(revealed()), 'panel'));
    const ask = asks.asks.a1;
    if (!ask) throw new Error('nothing was asked');
    const used = 4 * SECOND;
    expect(stateOf(revealed()).rounds[0]?.asks[0]?.reveal?.usedMs).toBe(used);
    for (const at of [START + 60 * SECOND, START + 90 * SECOND]) expect(answerMs(ask, clock, at)).toBe(used);
    const open = panelView.parse(viewOf(stateOf(asked()), 'panel'));
    const before = open.asks.asks.a1;
    if (!before) throw new Error('nothing was asked');
    expect(answerMs(before, open.clock, (open.clock?.runningSince ?? 0) + 60 * SECOND)).toBe(60 * SECOND);
  });
});
