import { describe, expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import type { PanelView } from '../protocol/views';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { joined, ledRound, opened, PACK, peerLobby, roundStarted } from '../testing/stories';
import { fullFrame, viewOf } from './core/views';

const sample = (rating: number, text: string) => ({
  rating,
  text,
  heard: [],
  partial: [],
  notHigher: `why ${text} is not higher`,
  notLower: `why ${text} is not lower`,
});
/** The pack with samples for the questions of these groups alone. */
const withSamples = (groupIds: readonly string[]): Pack => ({
  ...PACK,
  questions: PACK.questions.map((question) => ({
    ...question,
    samples: groupIds.includes(question.groupId) ? [sample(2, `weak ${question.id}`)] : [],
  })),
});
const pack = withSamples(['g2']);
const refs = [
  { itemId: 'g2-q2', index: 0 },
  { itemId: 'g2-q3', index: 0 },
];

/** A led lobby whose pack has sample answers: Hana, Pia and Paul rate, Olga observes, Carl is the candidate. */
function lobby(): Happened[] {
  return [
    ...opened('led', {}, pack),
    ...joined('pia'),
    ...joined('paul'),
    ...joined('olga', 'observer'),
    ...joined('carl', 'candidate'),
  ];
}

const warm = () => [...lobby(), ...by('hana', { type: 'WarmUpStarted', samples: refs })];
const rates = (name: string, ...values: number[]) =>
  by(name, ...values.map((value, at) => ({ type: 'SampleRated' as const, no: at + 1, value })));
const agrees = (name: string) => by(name, { type: 'WarmUpAgreed' });
const panelOf = (history: Happened[]) => (viewOf(stateOf(history), 'panel') as PanelView).warmUp;
const mineOf = (history: Happened[], name: string) => fullFrame(stateOf(history), idOf(name), 1)?.mine.warmUp;
const bytes = (history: Happened[], name: string) =>
  JSON.stringify(fullFrame(stateOf(history), idOf(name), 1));

describe('a warm-up', () => {
  test('[WARM-1] the host of a led room starts one between rounds, with samples of two questions off the agenda', () => {
    const start = { type: 'StartWarmUp' } as const;
    const silent = opened('led', {}, withSamples([]));
    const state = given(lobby()).when('hana', start).state();
    expect(new Set(state.warmUp?.samples.map(({ itemId }) => itemId))).toEqual(new Set(['g2-q2', 'g2-q3']));
    given(warm()).when('hana', start).changesNothing();
    given(lobby()).when('pia', start).rejects('not-allowed');
    given(peerLobby()).when('hana', start).rejects('not-allowed');
    given(ledRound()).when('hana', start).rejects('round-live');
    given(silent).when('hana', start).rejects('item-unknown');
    expect(panelOf(lobby())).toEqual({ kind: 'ready' });
    expect(panelOf(silent)).toBeNull();
  });

  test('[WARM-2] each listener rates the samples once, one after the other, and then sees how the pack rates them', () => {
    const rate = { type: 'RateSample', no: 1, value: 4 } as const;
    given(warm()).when('pia', rate).makes({ type: 'SampleRated', no: 1, value: 4 });
    given(warm()).when('olga', rate).makes({ type: 'SampleRated', no: 1, value: 4 });
    given(warm()).when('carl', rate).rejects('not-allowed');
    given(lobby()).when('pia', rate).rejects('not-found');
    given(warm())
      .when('pia', { ...rate, no: 2 })
      .rejects('wrong-phase');
    given(warm(), rates('pia', 4)).when('pia', rate).changesNothing();
    given(warm(), rates('pia', 4))
      .when('pia', { ...rate, value: 2 })
      .rejects('already-revealed');
    expect(mineOf(warm(), 'pia')).toBeNull();
    expect(mineOf([...warm(), ...rates('pia', 4)], 'pia')).toEqual({
      ratings: [4],
      keys: [
        { rating: 2, notHigher: 'why weak g2-q2 is not higher', notLower: 'why weak g2-q2 is not lower' },
      ],
      agreed: false,
    });
    expect(bytes([...warm(), ...rates('pia', 4)], 'paul')).not.toContain('is not higher');
  });

  test('[WARM-3] raters who have rated all of them can agree to open theirs; without them nobody’s opens', () => {
    const agree = { type: 'AgreeToOpen' } as const;
    given(lobby()).when('pia', agree).rejects('not-found');
    given(warm(), rates('pia', 4)).when('pia', agree).rejects('not-rated');
    given(warm(), rates('pia', 4, 2))
      .when('pia', agree)
      .makes({ type: 'WarmUpAgreed' });
    given(warm(), rates('pia', 4, 2), agrees('pia'))
      .when('pia', agree)
      .changesNothing();
    const steering = [...warm(), ...by('hana', { type: 'SettingsChanged', settings: { hostRates: false } })];
    given(steering, rates('hana', 3, 3))
      .when('hana', agree)
      .rejects('not-a-rater');
    const all = [...warm(), ...rates('hana', 1, 5), ...rates('pia', 4, 2), ...rates('paul', 2, 3)];
    const some = [...all, ...agrees('hana'), ...agrees('pia')];
    expect(panelOf(some)).toMatchObject({ agreed: 2, of: 3, opened: null });
    expect(panelOf([...some, ...agrees('paul')])).toMatchObject({
      opened: { [idOf('hana')]: [1, 5], [idOf('pia')]: [4, 2], [idOf('paul')]: [2, 3] },
    });
  });

  test('[WARM-4] the host ends it, and so does the start of a round', () => {
    const end = { type: 'EndWarmUp' } as const;
    given(warm()).when('hana', end).makes({ type: 'WarmUpEnded' });
    given(lobby()).when('hana', end).changesNothing();
    expect(panelOf([...warm(), ...by('hana', roundStarted('carl'))])).toBeNull();
  });

  test('[SEE-30] until all raters are done the panel sees how many are; then the ratings of each sample, without whose they are if there are three or more', () => {
    const some = [...warm(), ...rates('hana', 1, 5), ...rates('pia', 4)];
    expect(panelOf(some)).toMatchObject({ done: 1, of: 3, spread: null, opened: null });
    const all = [...some, ...by('pia', { type: 'SampleRated', no: 2, value: 2 }), ...rates('paul', 2, 3)];
    expect(panelOf(all)).toMatchObject({
      spread: [
        [1, 2, 4],
        [2, 3, 5],
      ],
      opened: null,
    });
    expect(bytes(all, 'carl')).toBe(bytes(lobby(), 'carl'));
    // Of two, each would take away their own.
    const two = [...all, ...by('hana', { type: 'SettingsChanged', settings: { hostRates: false } })];
    expect(panelOf(two)).toMatchObject({ done: 2, of: 2, spread: null, opened: null });
    expect(panelOf([...two, ...agrees('pia'), ...agrees('paul')])).toMatchObject({
      spread: null,
      opened: { [idOf('pia')]: [4, 2], [idOf('paul')]: [2, 3] },
    });
    expect(bytes(all, 'olga')).not.toContain(`"${idOf('hana')}":[`);
  });
});
