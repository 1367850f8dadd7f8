import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import { asked, debriefing, deliberating, published } from '../testing/stories';
import { mineOf } from './core/mine';
import { viewOf } from './core/views';

const words = { roundId: 'r1', keepDoing: 'Naming costs.', workOn: 'Say who decides.' };
const write = { type: 'WriteFeedback', ...words } as const;
const written = { type: 'FeedbackWritten', ...words } as const;
const summarize = { type: 'WriteSummary', roundId: 'r1', text: 'All in all.' } as const;
const ended = by('hana', { type: 'RoomEnded' });

describe('feedback', () => {
  test('[FEEDBACK-1] raters write it once asking is over, for as long as they like', () => {
    for (const history of [deliberating(), debriefing(), published(), [...published(), ...ended]]) {
      given(history).when('pia', write).makes(written);
      given(history)
        .when('hana', summarize)
        .makes({ ...summarize, type: 'SummaryWritten' });
    }
    given(asked()).when('pia', write).rejects('wrong-phase');
    given(asked()).when('hana', summarize).rejects('wrong-phase');
    given(debriefing()).when('pia', summarize).rejects('not-allowed');
    for (const name of ['olga', 'carl']) given(debriefing()).when(name, write).rejects('not-a-rater');
    given(deliberating({ hostRates: false }))
      .when('hana', write)
      .rejects('not-a-rater');
  });

  test('[FEEDBACK-2] it replaces what its author wrote before, and empty texts delete it', () => {
    const before = [...debriefing(), ...by('pia', written)];
    given(before).when('pia', write).changesNothing();
    const emptied = given(before)
      .when('pia', { ...write, keepDoing: ' ', workOn: '' })
      .state();
    expect(emptied.rounds[0]?.feedback).toEqual({});
    const more = given(before)
      .when('pia', { ...write, keepDoing: '' })
      .state();
    expect(more.rounds[0]?.feedback).toEqual({ [idOf('pia')]: { keepDoing: '', workOn: words.workOn } });
  });

  test('[FEEDBACK-3] others see how many have written some, and its author sees the text', () => {
    const state = stateOf(debriefing(), by('pia', written));
    const feedbackOf = (name: string) => mineOf(state, idOf(name))?.feedback;
    const round = { roundId: 'r1', no: 1, candidate: 'carl', published: false };
    const nothing = { ...round, rates: true, keepDoing: '', workOn: '' };
    expect(feedbackOf('pia')).toEqual({ r1: { ...nothing, ...words, summary: null } });
    expect(feedbackOf('paul')).toEqual({ r1: { ...nothing, summary: null } });
    expect(feedbackOf('hana')).toEqual({ r1: { ...nothing, summary: '' } });
    for (const name of ['olga', 'carl']) expect(feedbackOf(name)).toEqual({});
    expect(viewOf(state, 'panel')).toMatchObject({ closing: { feedback: { written: 1, of: 3 } } });
  });

  test('[SEE-22] no view contains a word of it', () => {
    const summary = by('hana', { ...summarize, type: 'SummaryWritten' });
    const state = stateOf(debriefing(), by('pia', written), summary);
    for (const channel of ['host', 'panel', 'candidate', 'bench', 'waiting'] as const)
      expect(JSON.stringify(viewOf(state, channel))).not.toMatch(/Naming costs|who decides|All in all/);
  });
});
