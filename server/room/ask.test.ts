import { describe, expect, test } from 'vitest';
import { by, given, idOf, SECOND, START, stateOf } from '../testing/given';
import { asked, ledRound, PACK, peerLobby, pushed, revealed, roundStarted } from '../testing/stories';
import { liveAsk, type RoomState, usedMs } from './state';
import { promptSlice } from './view-ask';
import { fullFrame, viewOf } from './views';

const push = (itemId: string, liveAskId: string | null) => ({ type: 'PushItem', itemId, liveAskId }) as const;
const a1 = { askId: 'a1' };

function clockOf(state: RoomState) {
  const ask = liveAsk(state.rounds.at(-1));
  if (!ask) throw new Error('no ask is live');
  return ask.clock;
}

describe('pushing', () => {
  test('[ASK-1] the host and every panelist push any item of the pack', () => {
    for (const name of ['hana', 'pia', 'paul'])
      for (const itemId of ['g1-q1', 'g3-q3'])
        given(ledRound()).when(name, push(itemId, null)).makes(pushed('a1', itemId));
    given(ledRound()).when('pia', push('nowhere', null)).rejects('item-unknown');
    for (const name of ['olga', 'carl'])
      given(ledRound()).when(name, push('x1', null)).rejects('not-allowed');
  });

  test('[ASK-2] a push closes the ask before it', () => {
    given(asked())
      .when('paul', push('g2-q1', 'a1'))
      .makes({ type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1'));
  });

  test('[ASK-2] of two who push at once the second is told, and nothing is lost', () => {
    given(asked()).when('paul', push('g2-q1', null)).rejects('ask-changed');
    given(ledRound()).when('paul', push('g2-q1', 'a1')).rejects('ask-changed');
  });

  test('[ASK-3] an item is pushed once a round, also when it was withdrawn', () => {
    const withdrawn = by('pia', { type: 'AskWithdrawn', askId: 'a1' });
    given(asked()).when('pia', push('g1-q1', 'a1')).rejects('already-heard');
    given(asked(), withdrawn).when('pia', push('g1-q1', null)).rejects('already-heard');
  });

  test('[ASK-4] follow-ups of the live ask are pushed, each once', () => {
    const followUp = { type: 'PushFollowUp', askId: 'a1', followUpId: 'g1-q1-f2' } as const;
    const outcome = given(asked()).when('paul', followUp);
    outcome.makes({ type: 'FollowUpPushed', askId: 'a1', followUpId: 'g1-q1-f2' });
    expect(promptSlice(outcome.state())?.followUps).toEqual({
      'g1-q1-f2': { id: 'g1-q1-f2', no: 1, text: 'Follow-up f2 of g1-q1?' },
    });
    const there = by('paul', { type: 'FollowUpPushed', askId: 'a1', followUpId: 'g1-q1-f2' });
    given(asked(), there).when('pia', followUp).changesNothing();
    given(asked())
      .when('paul', { ...followUp, followUpId: 'g2-q1-f1' })
      .rejects('not-found');
    given(asked())
      .when('paul', { ...followUp, askId: 'a2' })
      .rejects('not-live');
  });

  test('[ASK-5] the host and whoever asked steer an ask, other panelists do not', () => {
    const steering = [
      [
        { type: 'PauseClock', ...a1 },
        { type: 'ClockPaused', ...a1, moment: false },
      ],
      [
        { type: 'AddTime', ...a1, seconds: 60 },
        { type: 'TimeAdded', ...a1, ms: 60_000 },
      ],
      [
        { type: 'WithdrawAsk', ...a1 },
        { type: 'AskWithdrawn', ...a1 },
      ],
      [
        { type: 'SkipAsk', ...a1 },
        { type: 'AskSkipped', ...a1 },
      ],
    ] as const;
    for (const [command, event] of steering) {
      for (const name of ['hana', 'pia']) given(asked()).when(name, command).makes(event);
      for (const name of ['paul', 'olga', 'carl']) given(asked()).when(name, command).rejects('not-allowed');
      given(ledRound()).when('hana', command).rejects('not-live');
    }
  });

  test('[ASK-6] an ask that was left is gone back to, with its clock as it was', () => {
    const next = by('paul', { type: 'AskClosed', ...a1 }, pushed('a2', 'g2-q1'));
    const outcome = given(asked(), next).when('paul', { type: 'ReturnToAsk', ...a1 });
    outcome.makes({ type: 'AskClosed', askId: 'a2' }, { type: 'AskReturned', ...a1 });
    const state = outcome.state();
    expect(state.rounds[0]).toMatchObject({
      liveAskId: 'a1',
      asks: [{ status: 'live' }, { status: 'closed' }],
    });
    const { elapsedMs, runningSince } = clockOf(state);
    expect(elapsedMs).toBe(SECOND);
    expect(usedMs(clockOf(state), (runningSince ?? 0) + 5_000)).toBe(elapsedMs + 5_000);
  });

  test('[ASK-6] also a withdrawn or skipped one; the live one is where we are', () => {
    for (const type of ['AskWithdrawn', 'AskSkipped'] as const)
      given(asked(), by('pia', { type, ...a1 }))
        .when('paul', { type: 'ReturnToAsk', ...a1 })
        .makes({ type: 'AskReturned', ...a1 });
    given(asked())
      .when('paul', { type: 'ReturnToAsk', ...a1 })
      .changesNothing();
    given(asked()).when('paul', { type: 'ReturnToAsk', askId: 'a2' }).rejects('not-found');
  });

  test('[ASK-7] everybody sees who asked', () => {
    expect(promptSlice(stateOf(asked()))?.askedBy).toBe('pia');
    expect(viewOf(stateOf(asked()), 'panel')).toMatchObject({
      asks: { asks: { a1: { askedBy: idOf('pia') } } },
    });
  });
});

describe('the clock', () => {
  test('[CLOCK-1] it runs from the push', () => {
    expect(clockOf(stateOf(asked()))).toEqual({
      targetMs: 180_000,
      elapsedMs: 0,
      runningSince: START + asked().length * SECOND - SECOND,
      moment: false,
    });
  });

  test('[CLOCK-1] its target is the room’s, else the question’s own, else three minutes', () => {
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

  test('[CLOCK-1] an exercise has its own target, else ten minutes', () => {
    given(ledRound({ targetSeconds: 90 }))
      .when('hana', push('x1', null))
      .makes(pushed('a1', 'x1', 600_000));
  });

  test('[CLOCK-2] paused, no time is used', () => {
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

  test('[CLOCK-4] who comes late gets the same clock, and frames carry the server’s time', () => {
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

  test('[CLOCK-5] but does not undo a pause of the panel’s', () => {
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

  test('[CLOCK-4] the clock runs on through a reveal: the candidate sees none in it', () => {
    expect(viewOf(stateOf(asked()), 'candidate')).toEqual(viewOf(stateOf(revealed()), 'candidate'));
  });
});
