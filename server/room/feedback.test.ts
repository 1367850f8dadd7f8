import { describe, expect, test } from 'vitest';
import { EVERYTHING_SHARED } from '../protocol/words';
import { by, given, idOf, stateOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  peerLobby,
  published,
  roundStarted,
} from '../testing/stories';
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

  test('[NOTE-7] what was saved elsewhere since is not written over', () => {
    const before = [...debriefing(), ...by('pia', written)];
    const change = { ...write, workOn: 'From the phone.' };
    given(before)
      .when('pia', { ...change, base: { keepDoing: '', workOn: words.workOn } })
      .makes({ ...written, workOn: 'From the phone.' });
    given(before)
      .when('pia', { ...change, base: { keepDoing: '', workOn: '' } })
      .rejects('changed-meanwhile');
    const summary = by('hana', { ...summarize, type: 'SummaryWritten' });
    given(before, summary)
      .when('hana', { ...summarize, text: 'From the phone.', base: '' })
      .rejects('changed-meanwhile');
  });

  test('[FEEDBACK-3] others see how many have written some, and its author sees the text', () => {
    const state = stateOf(debriefing(), by('pia', written));
    const feedbackOf = (name: string) => mineOf(state, idOf(name))?.feedback;
    const round = { roundId: 'r1', no: 1, candidate: 'carl', published: false };
    const nothing = { ...round, rates: true, keepDoing: '', workOn: '', summaryBy: null };
    expect(feedbackOf('pia')).toEqual({ r1: { ...nothing, ...words, summary: null } });
    expect(feedbackOf('paul')).toEqual({ r1: { ...nothing, summary: null } });
    expect(feedbackOf('hana')).toEqual({ r1: { ...nothing, summary: '' } });
    for (const name of ['olga', 'carl']) expect(feedbackOf(name)).toEqual({});
    expect(viewOf(state, 'panel')).toMatchObject({ closing: { feedback: { written: 1, of: 3 } } });
  });

  test('[FEEDBACK-4] a host writes no summary about themselves, and replaces none that they cannot read', () => {
    const summary = by('hana', { ...summarize, type: 'SummaryWritten' });
    const toPia = by('hana', {
      type: 'HostChanged',
      from: idOf('hana'),
      to: idOf('pia'),
      how: 'handed-over',
    });
    const before = [...debriefing(), ...summary, ...toPia];
    const ofPia = (history: typeof before) => mineOf(stateOf(history), idOf('pia'))?.feedback.r1;
    const shorter = { ...summarize, text: 'In short.' };
    given(before).when('pia', shorter).rejects('not-allowed');
    expect(ofPia(before)).toMatchObject({ summary: null, summaryBy: 'hana' });
    const open = [
      ...before,
      ...by('pia', { type: 'RoundPublished', roundId: 'r1', sharing: EVERYTHING_SHARED }),
    ];
    expect(ofPia(open)).toMatchObject({ summary: 'All in all.', summaryBy: 'hana' });
    given(open)
      .when('pia', shorter)
      .makes({ ...shorter, type: 'SummaryWritten' });
    const sits = by('hana', roundStarted('pia', { pool: ['g1-q1'] }));
    const over = by('hana', { type: 'DeliberationStarted', roundId: 'r1' });
    const sat = [...peerLobby(), ...sits, ...over, ...toPia];
    given(sat).when('pia', summarize).rejects('not-allowed');
    expect(ofPia(sat)).toBeUndefined();
  });

  test('[FEEDBACK-4] a host writes no summary of a round that was over before they joined, and is not asked to', () => {
    const handed = { type: 'HostChanged', from: idOf('hana'), to: idOf('nia'), how: 'handed-over' } as const;
    for (const over of [published(), published({ format: 'peer' })]) {
      const later = [...over, ...joined('nia'), ...by('hana', handed)];
      given(later).when('nia', summarize).rejects('not-allowed');
      expect(mineOf(stateOf(later), idOf('nia'))?.feedback).toEqual({});
      const back = by('nia', { ...handed, from: idOf('nia'), to: idOf('hana') });
      given([...later, ...back])
        .when('hana', summarize)
        .makes({ ...summarize, type: 'SummaryWritten' });
    }
    const there = [...debriefing(), ...joined('nia'), ...by('hana', handed)];
    given(there)
      .when('nia', summarize)
      .makes({ ...summarize, type: 'SummaryWritten' });
  });

  test('[FEEDBACK-5] a rater amends it from the scorecard, also after they left and after the end', () => {
    const amend = { ...words, type: 'AmendFeedback' } as const;
    const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
    for (const history of [published(), [...published(), ...left], [...published(), ...left, ...ended]]) {
      given(history).when('pia', amend).makes(written);
      given([...history, ...by('pia', written)])
        .when('pia', amend)
        .changesNothing();
      const elsewhere = by('pia', { ...written, keepDoing: 'Written in another window.' });
      const base = { keepDoing: '', workOn: '' };
      given([...history, ...elsewhere])
        .when('pia', { ...amend, base })
        .rejects('changed-meanwhile');
      for (const name of ['olga', 'carl', 'nobody']) given(history).when(name, amend).rejects('not-found');
    }
    given([...published(), ...left])
      .when('pia', write)
      .rejects('not-a-member');
    given(debriefing()).when('pia', amend).rejects('not-found');
    const removed = by('hana', { type: 'MemberRemoved', memberId: idOf('pia') });
    given([...published(), ...removed])
      .when('pia', amend)
      .rejects('not-found');
  });

  test('[SEE-22] no view contains a word of it', () => {
    const summary = by('hana', { ...summarize, type: 'SummaryWritten' });
    const state = stateOf(debriefing(), by('pia', written), summary);
    for (const channel of ['host', 'panel', 'candidate', 'bench', 'waiting'] as const)
      expect(JSON.stringify(viewOf(state, channel))).not.toMatch(/Naming costs|who decides|All in all/);
  });
});
