import { describe, expect, test } from 'vitest';
import type { Pack } from '../protocol/pack';
import type { PanelView } from '../protocol/views';
import { SHARED_AT_FIRST } from '../protocol/words';
import { by, given, type Happened, idOf, START, stateOf } from '../testing/given';
import { seededRandom } from '../testing/seeded-random';
import { joined, ledRound, opened, PACK, peerLobby, principalOf, roundStarted } from '../testing/stories';
import { tries } from '../testing/tries';
import { decide } from './core/decide';
import { NOTHING_HEARD, type RoomCommand } from './core/decision';
import { evolve } from './core/evolve';
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
    const over = [
      ...lobby(),
      ...by(
        'hana',
        roundStarted('carl'),
        { type: 'DeliberationStarted', roundId: 'r1' },
        { type: 'DebriefOpened', roundId: 'r1' },
        { type: 'RoundPublished', roundId: 'r1', sharing: SHARED_AT_FIRST },
      ),
    ];
    expect(panelOf(over)).toEqual({ kind: 'ready' });
    expect(given(over).when('hana', start).state().warmUp?.samples).toHaveLength(2);
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
      counts: true,
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

  test('[WARM-5] the host shows the ratings without those who have not rated', () => {
    const show = { type: 'ShowSpread' } as const;
    given(lobby()).when('hana', show).rejects('not-found');
    given(warm()).when('hana', show).rejects('not-rated');
    const some = [
      ...warm(),
      ...joined('nils'),
      ...rates('hana', 1, 5),
      ...rates('pia', 4, 2),
      ...rates('paul', 2, 3),
    ];
    given(some).when('pia', show).rejects('not-allowed');
    given(some).when('hana', show).makes({ type: 'SpreadShown' });
    const shown = [...some, ...by('hana', { type: 'SpreadShown' })];
    expect(panelOf(shown)).toMatchObject({
      done: 3,
      of: 3,
      spread: [
        [1, 2, 4],
        [2, 3, 5],
      ],
    });
    given(shown).when('hana', show).changesNothing();
    given(warm(), rates('hana', 1, 5), rates('pia', 4, 2), rates('paul', 2, 3))
      .when('hana', show)
      .changesNothing();
  });

  test('[WARM-6] a second warm-up has other samples, and a third the first ones again', () => {
    const start = { type: 'StartWarmUp' } as const;
    const many = [
      ...opened('led', {}, withSamples(['g2', 'g3'])),
      ...joined('pia'),
      ...joined('carl', 'candidate'),
    ];
    const first = given(many).when('hana', start).state().warmUp?.samples ?? [];
    const again = [
      ...many,
      ...by('hana', { type: 'WarmUpStarted', samples: first }, { type: 'WarmUpEnded' }),
    ];
    const second = given(again).when('hana', start).state().warmUp?.samples ?? [];
    expect(second).toHaveLength(2);
    for (const sample of second) expect(first).not.toContainEqual(sample);
    const over = [
      ...again,
      ...by('hana', { type: 'WarmUpStarted', samples: second }, { type: 'WarmUpEnded' }),
    ];
    expect(given(over).when('hana', start).state().warmUp?.samples).toHaveLength(2);
  });

  test('[SEE-30] what was shown without names stays as it is, whoever rates, leaves or changes roles later', () => {
    const all = [...warm(), ...rates('hana', 1, 5), ...rates('pia', 4, 2), ...rates('paul', 2, 3)];
    const spread = panelOf(all);
    expect(spread).toMatchObject({
      spread: [
        [1, 2, 4],
        [2, 3, 5],
      ],
    });
    const late = [...all, ...joined('nils'), ...rates('nils', 5, 1)];
    const left = [...all, ...by('paul', { type: 'MemberLeft', memberId: idOf('paul') })];
    const observes = [
      ...all,
      ...by('hana', { type: 'RoleChanged', memberId: idOf('pia'), role: 'observer' }),
    ];
    for (const later of [late, left, observes]) expect(panelOf(later)).toEqual(spread);
    // A late rater gets the pack's view of what they gave, and has nothing to open.
    expect(mineOf(late, 'nils')).toMatchObject({ ratings: [5, 1], counts: false });
    given(late).when('nils', { type: 'AgreeToOpen' }).rejects('not-a-rater');
    const opened = [...late, ...agrees('hana'), ...agrees('pia'), ...agrees('paul')];
    expect(panelOf(opened)).toMatchObject({ opened: { [idOf('paul')]: [2, 3] } });
    expect(bytes(opened, 'paul')).not.toContain('[5,1]');
  });

  test('[SEE-30] whatever happens in a room, a spread that was shown never changes', () => {
    const names = ['hana', 'pia', 'paul', 'nils', 'omar'];
    let shown = 0;
    for (let seed = 1; seed <= tries(40).numRuns; seed += 1) {
      const random = seededRandom(seed);
      let state = stateOf(warm());
      let first: string | null = null;
      for (let step = 0; step < 60; step += 1) {
        const name = random.pick(names);
        const memberId = idOf(name);
        const no = (state.warmUp?.given[memberId]?.length ?? 0) + 1;
        const [by, command] = random.pick<[string | null, RoomCommand]>([
          [name, { type: 'RateSample', no, value: 1 + random.int(5) }],
          [name, { type: 'RateSample', no, value: 1 + random.int(5) }],
          [name, { type: 'RateSample', no, value: 1 + random.int(5) }],
          [name, { type: 'AgreeToOpen' }],
          [random.chance(0.2) ? 'hana' : name, { type: 'ShowSpread' }],
          [name, { type: 'LeaveRoom' }],
          ['hana', { type: 'ChangeRole', memberId, role: random.chance(0.5) ? 'observer' : 'panelist' }],
          [
            null,
            { type: 'JoinRoom', memberId, principalIds: [principalOf(name)], name, tokenHash: 'panelist' },
          ],
        ]);
        const meta = { at: START + step, by: by && idOf(by) };
        const decision = decide(state, command, {
          ...meta,
          hostAwayMs: null,
          heardBefore: NOTHING_HEARD,
          spareInvites: [],
        });
        for (const event of decision.ok ? decision.events : []) state = evolve(state, event, meta);
        const slice = viewOf(state, 'panel') as PanelView;
        if (slice.warmUp?.kind !== 'open' || !slice.warmUp.spread) continue;
        first ??= JSON.stringify(slice.warmUp.spread);
        expect(JSON.stringify(slice.warmUp.spread), `seed ${seed}`).toBe(first);
      }
      if (first) shown += 1;
    }
    expect(shown).toBeGreaterThan(5);
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
    const two = [...warm(), ...by('hana', { type: 'SettingsChanged', settings: { hostRates: false } })];
    const both = [...two, ...rates('pia', 4, 2), ...rates('paul', 2, 3)];
    expect(panelOf(both)).toMatchObject({ done: 2, of: 2, spread: null, opened: null });
    expect(panelOf([...both, ...agrees('pia'), ...agrees('paul')])).toMatchObject({
      spread: null,
      opened: { [idOf('pia')]: [4, 2], [idOf('paul')]: [2, 3] },
    });
    expect(bytes(all, 'olga')).not.toContain(`"${idOf('hana')}":[`);
  });
});
