import { describe, expect, test } from 'vitest';
import { panelView } from '../protocol/views';
import { by, given, idOf, SECOND, stateOf } from '../testing/given';
import { asked, ledRound, pushed } from '../testing/stories';
import { promptSlice } from './asking';
import { liveAsk, type RoomState } from './core/state';
import { viewOf } from './core/views';
import { progressOf, usedMs } from './rules';

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

  test('[ASK-2] a push closes the previous ask', () => {
    given(asked())
      .when('paul', push('g2-q1', 'a1'))
      .makes({ type: 'AskClosed', askId: 'a1' }, pushed('a2', 'g2-q1'));
  });

  test('[ASK-2] when two people push at once, the second is told, and nothing is lost', () => {
    given(asked()).when('paul', push('g2-q1', null)).rejects('ask-changed');
    given(ledRound()).when('paul', push('g2-q1', 'a1')).rejects('ask-changed');
  });

  test('[ASK-3] an item is pushed once a round, even if it was withdrawn', () => {
    const withdrawn = by('pia', { type: 'AskWithdrawn', askId: 'a1' });
    given(asked()).when('pia', push('g1-q1', 'a1')).rejects('already-heard');
    given(asked(), withdrawn).when('pia', push('g1-q1', null)).rejects('already-heard');
  });

  test('[ASK-4] follow-ups of the live ask are pushed, each once', () => {
    const followUp = { type: 'PushFollowUp', askId: 'a1', followUpId: 'g1-q1-f2' } as const;
    const outcome = given(asked()).when('paul', followUp);
    outcome.makes({ type: 'FollowUpPushed', askId: 'a1', followUpId: 'g1-q1-f2' });
    expect(promptSlice(outcome.state())?.followUps).toEqual({
      'g1-q1-f2': { id: 'g1-q1-f2', no: 1, text: 'Follow-up f2 of g1-q1?', askedBy: 'paul' },
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

  test('[ASK-5] the host and the panelist who asked steer an ask, other panelists do not', () => {
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

  test('[ASK-6] the panel can return to an earlier ask, with its clock as it was', () => {
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

  test('[ASK-6] the panel can return to a withdrawn or skipped ask; for the live one nothing happens', () => {
    for (const type of ['AskWithdrawn', 'AskSkipped'] as const)
      given(asked(), by('pia', { type, ...a1 }))
        .when('paul', { type: 'ReturnToAsk', ...a1 })
        .makes({ type: 'AskReturned', ...a1 });
    given(asked())
      .when('paul', { type: 'ReturnToAsk', ...a1 })
      .changesNothing();
    given(asked()).when('paul', { type: 'ReturnToAsk', askId: 'a2' }).rejects('not-found');
  });

  test('[ASK-8] a withdrawn question counts neither as asked nor as still to come, for the candidate and the panel alike', () => {
    const progress = (state: RoomState) => {
      const { agenda, asks } = panelView.parse(viewOf(state, 'panel'));
      const panels = progressOf(agenda.items, Object.values(asks.asks));
      expect(viewOf(state, 'candidate')).toMatchObject({ progress: panels });
      return panels;
    };
    const withdrawn = by('pia', { type: 'AskWithdrawn', ...a1 });
    expect(progress(stateOf(asked()))).toEqual({ asked: 1, planned: 3 });
    expect(progress(stateOf(asked(), withdrawn))).toEqual({ asked: 0, planned: 2 });
    const next = by('pia', pushed('a2', 'g2-q1'));
    expect(progress(stateOf(asked(), withdrawn, next))).toEqual({ asked: 1, planned: 2 });
    expect(promptSlice(stateOf(asked(), withdrawn, next))?.no).toBe(1);
    const back = by('pia', { type: 'AskReturned', ...a1 });
    expect(progress(stateOf(asked(), withdrawn, back))).toEqual({ asked: 1, planned: 3 });
  });

  test('[ASK-7] everyone sees who asked, and the candidate who asked further', () => {
    expect(promptSlice(stateOf(asked()))?.askedBy).toBe('pia');
    const alike = by('paul', { type: 'MemberRenamed', memberId: idOf('paul'), name: 'Pia' });
    expect(promptSlice(stateOf(asked(), alike))?.askedBy).toBe('pia (1)');
    const further = by('paul', { type: 'FollowUpPushed', ...a1, followUpId: 'g1-q1-f1' });
    expect(promptSlice(stateOf(asked(), further))).toMatchObject({
      askedBy: 'pia',
      followUps: { 'g1-q1-f1': { askedBy: 'paul' } },
    });
    expect(viewOf(stateOf(asked()), 'panel')).toMatchObject({
      asks: { asks: { a1: { askedBy: idOf('pia') } } },
    });
  });
});
