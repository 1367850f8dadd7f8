import { describe, expect, test } from 'vitest';
import type { RunSet } from '../protocol/code';
import { SCRATCH_PAD } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { ledRound, peerLobby, pushed, roundStarted } from '../testing/stories';
import { codeAccess, seesCursor } from './code';
import { viewOf } from './core/views';
import { ceilingOf } from './rules';

const live = (): Happened[] => [...ledRound(), ...by('pia', pushed('a1', 'x1', 600_000))];
const find = (name: string, text: string, findId = 'find-0001') =>
  by(name, { type: 'FindAdded', askId: 'a1', findId, text, lines: null, atMs: 1_000 });
const opened = by('hana', { type: 'AskRevealed', askId: 'a1', panel: ['hana', 'pia', 'paul'].map(idOf) });
const pen = by('hana', { type: 'PenHanded', askId: 'a1', memberId: idOf('pia') });

describe('how an exercise is run', () => {
  test('[CODE-1] a push without a mode means a review; a rewrite takes twice the time', () => {
    const push = { type: 'PushItem', itemId: 'x1', liveAskId: null } as const;
    const event = { type: 'ItemPushed', askId: 'a1', itemId: 'x1' } as const;
    given(ledRound())
      .when('pia', push)
      .makes({ ...event, targetMs: 600_000, mode: 'review' });
    given(ledRound())
      .when('pia', { ...push, mode: 'rewrite' })
      .makes({ ...event, targetMs: 1_200_000, mode: 'rewrite' });
    given(ledRound())
      .when('pia', { ...push, itemId: 'g1-q1', mode: 'rewrite' })
      .makes({ type: 'ItemPushed', askId: 'a1', itemId: 'g1-q1', targetMs: 180_000 });
  });

  test('[CODE-1] the scratch pad is in every pack and pool, once a round, in the language of its push', () => {
    const pad = { type: 'PushItem', itemId: SCRATCH_PAD, liveAskId: null, language: 'ruby' } as const;
    const rounds = [...peerLobby(), ...by('hana', roundStarted('pia', { pool: ['g1-q1'], agenda: [] }))];
    const after = given(rounds).when('hana', pad).state();
    expect(viewOf(after, 'candidate')).toMatchObject({ prompt: { code: { language: 'ruby', text: '' } } });
    const padPushed = { ...pushed('a1', SCRATCH_PAD), mode: 'review' as const, language: 'ruby' };
    given(ledRound(), by('pia', padPushed))
      .when('pia', { ...pad, liveAskId: 'a1' })
      .rejects('already-heard');
  });
});

describe('the pen', () => {
  const hand = (name: string) => ({ type: 'HandPen', askId: 'a1', memberId: idOf(name) }) as const;

  test('[CODE-2] the host hands it to a panelist, and takes it back', () => {
    given(live())
      .when('hana', hand('pia'))
      .makes({ type: 'PenHanded', askId: 'a1', memberId: idOf('pia') });
    given(live(), pen).when('hana', hand('pia')).changesNothing();
    given(live(), pen)
      .when('hana', { type: 'TakePen', askId: 'a1' })
      .makes({ type: 'PenTaken', askId: 'a1' });
    given(live()).when('hana', { type: 'TakePen', askId: 'a1' }).changesNothing();
    for (const name of ['olga', 'carl', 'zoe']) given(live()).when('hana', hand(name)).rejects('not-found');
    given(live()).when('pia', hand('pia')).rejects('not-allowed');
  });

  test('[CODE-2] the panel sees who had it, and when into the answer', () => {
    const taken = by('hana', { type: 'PenTaken', askId: 'a1' });
    const pensAfter = (...history: Happened[][]) => {
      const state = stateOf(live(), ...history);
      const pens = state.rounds[0]?.asks[0]?.code?.pens ?? [];
      const times = pens.map(({ from, until }) => [from.atMs, until?.atMs ?? null]);
      return { view: viewOf(state, 'panel'), times };
    };
    const { view, times } = pensAfter(pen, taken, pen);
    const [first, second] = times;
    const seen = (no: number, [fromMs, untilMs]: (number | null)[] = []) =>
      expect.objectContaining({ no, memberId: idOf('pia'), fromMs, untilMs });
    const pens = 'codes' in view ? Object.values(view.codes.asks.a1?.pens ?? {}) : [];
    expect(pens).toEqual([seen(1, first), seen(2, second)]);
    expect([first?.[1], second?.[1]]).toEqual([expect.any(Number), null]);
    expect(JSON.stringify(viewOf(stateOf(live(), pen, taken), 'candidate'))).not.toContain('"pens"');
  });

  test('[CODE-3] who may write or read depends on the room as it is now', () => {
    const access = (name: string, ...history: Happened[][]) =>
      codeAccess(stateOf(live(), ...history), idOf(name), 'a1');
    expect(['carl', 'hana', 'pia', 'olga', 'zoe'].map((name) => access(name))).toEqual([
      'write',
      'read',
      'read',
      'read',
      'none',
    ]);
    expect(access('pia', pen)).toBe('write');
    expect(access('pia', pen, by('hana', { type: 'PenTaken', askId: 'a1' }))).toBe('read');
    const demoted = by('hana', { type: 'RoleChanged', memberId: idOf('pia'), role: 'observer' });
    expect(access('pia', pen, demoted)).toBe('read');
    const closed = by('hana', { type: 'AskClosed', askId: 'a1' });
    expect([access('carl', closed), access('pia', pen, closed)]).toEqual(['read', 'read']);
    expect(access('carl', by('hana', { type: 'AskWithdrawn', askId: 'a1' }))).toBe('none');
    expect(codeAccess(stateOf(live()), idOf('carl'), 'a2')).toBe('none');
  });

  test('[CODE-2] it does not come back with a role, a person or an ask', () => {
    const as = (role: 'observer' | 'panelist') =>
      by('hana', { type: 'RoleChanged', memberId: idOf('pia'), role });
    const returned = by('hana', { type: 'MemberReturned', memberId: idOf('pia'), waiting: false });
    const about = { askId: 'a1' } as const;
    const losses: Happened[][] = [
      [...as('observer'), ...as('panelist')],
      [...by('hana', { type: 'MemberRemoved', memberId: idOf('pia') }), ...returned],
      [...by('pia', { type: 'MemberLeft', memberId: idOf('pia') }), ...returned],
      by('hana', { type: 'AskClosed', ...about }, { type: 'AskReturned', ...about }),
      by('hana', { type: 'AskSkipped', ...about }, { type: 'AskReturned', ...about }),
      by('hana', { type: 'AskWithdrawn', ...about }),
    ];
    for (const lost of losses) {
      const state = stateOf(live(), pen, lost);
      expect(codeAccess(state, idOf('pia'), 'a1')).toBe('read');
      const code = state.rounds[0]?.asks[0]?.code;
      expect(code).toMatchObject({
        pen: null,
        pens: [{ memberId: idOf('pia'), until: { at: expect.any(Number) } }],
      });
    }
    expect(codeAccess(stateOf(live(), pen, as('panelist')), idOf('pia'), 'a1')).toBe('write');
    const other = by('hana', { type: 'RoleChanged', memberId: idOf('paul'), role: 'observer' });
    expect(codeAccess(stateOf(live(), pen, other), idOf('pia'), 'a1')).toBe('write');
  });

  test('[CODE-9] the candidate is told where those are who may write, and never where a reader looks', () => {
    const people = ['carl', 'hana', 'pia', 'olga', 'zoe'];
    const told = (name: string, ...history: Happened[][]) => {
      const state = stateOf(live(), ...history);
      return people.filter((owner) => owner !== name && seesCursor(state, idOf(name), idOf(owner), 'a1'));
    };
    expect(told('carl')).toEqual([]);
    expect(told('carl', pen)).toEqual(['pia']);
    expect(told('carl', pen, by('hana', { type: 'PenTaken', askId: 'a1' }))).toEqual([]);
    expect(told('hana')).toEqual(['carl', 'pia']);
    expect(told('olga')).toEqual(['carl', 'hana', 'pia']);
    expect(told('zoe', pen)).toEqual([]);
  });
});

describe('hints', () => {
  const give = (no: number) => ({ type: 'GiveHint', askId: 'a1', no }) as const;
  const first = by('pia', { type: 'HintGiven', askId: 'a1', no: 1 });

  test('[CODE-4] hints are given one by one up the ladder, each recorded with its moment', () => {
    given(live()).when('pia', give(1)).makes({ type: 'HintGiven', askId: 'a1', no: 1 });
    given(live()).when('pia', give(2)).rejects('not-found');
    given(live(), first).when('hana', give(1)).changesNothing();
    given(live(), first, by('pia', { type: 'HintGiven', askId: 'a1', no: 2 }))
      .when('hana', give(3))
      .rejects('not-found');
    given(live()).when('carl', give(1)).rejects('not-allowed');
    const [hint] = stateOf(live(), first).rounds[0]?.asks[0]?.code?.hints ?? [];
    expect(hint).toMatchObject({ no: 1, atMs: 1_000 });
  });

  test('[SEE-26] the candidate has a hint once it is given, and never a hidden check', () => {
    expect(JSON.stringify(viewOf(stateOf(live()), 'candidate'))).not.toContain('key');
    const after = JSON.stringify(viewOf(stateOf(live(), first), 'candidate'));
    expect(after).toContain('key hint of x1');
    expect(after).not.toContain('second hint');
    expect(after).not.toContain('hidden check');
  });
});

describe('extra finds', () => {
  const add = {
    type: 'AddFind',
    askId: 'a1',
    findId: 'find-0001',
    text: 'No tests',
    lines: null,
    atMs: 5,
  } as const;

  test('[CODE-5] listeners add and remove them until the reveal', () => {
    const { type: _, ...one } = add;
    given(live())
      .when('olga', add)
      .makes({ type: 'FindAdded', ...one });
    given(live(), find('pia', 'No tests')).when('pia', add).changesNothing();
    given(live()).when('carl', add).rejects('not-allowed');
    given(live(), opened).when('pia', add).rejects('already-revealed');
    const remove = { type: 'RemoveFind', askId: 'a1', findId: 'find-0001' } as const;
    given(live(), find('pia', 'x'))
      .when('pia', remove)
      .makes({ type: 'FindRemoved', askId: 'a1', findId: 'find-0001' });
    given(live(), find('pia', 'x')).when('paul', remove).changesNothing();
    given(live(), opened).when('pia', remove).rejects('already-revealed');
    given(ledRound(), by('pia', pushed('a1', 'g1-q1')))
      .when('pia', add)
      .rejects('not-found');
    const many = Array.from({ length: 20 }, (_, no) => find('pia', 'x', `find-10${no + 10}`));
    given(live(), ...many)
      .when('pia', add)
      .rejects('too-many');
  });

  test('[CODE-5] the place of its lines is told with a find, and is unknown for one that has none', () => {
    const place = { from: '{"assoc":0}', to: '{"assoc":-1}' };
    const lines = { from: 3, to: 2 };
    const { type: _, ...one } = { ...add, lines: { from: 2, to: 3 }, place };
    given(live())
      .when('pia', { ...add, lines, place })
      .makes({ type: 'FindAdded', ...one });
    const finds = { a1: { finds: { [idOf('pia')]: { 'find-0001': { lines: one.lines, place } } } } };
    const history = [live(), by('pia', { type: 'FindAdded', ...one })];
    expect(viewOf(stateOf(...history, opened), 'panel')).toMatchObject({ reveals: { reveals: finds } });
    const old = { a1: { finds: { [idOf('pia')]: { 'find-0001': { place: null } } } } };
    expect(viewOf(stateOf(live(), find('pia', 'x'), opened), 'panel')).toMatchObject({
      reveals: { reveals: old },
    });
  });

  test('[SEE-25] nobody sees them before the reveal, and the whole panel does after it', () => {
    const history = [live(), find('pia', 'No tests')];
    expect(JSON.stringify(viewOf(stateOf(...history), 'panel'))).not.toContain('No tests');
    const reveals = { a1: { finds: { [idOf('pia')]: { 'find-0001': { text: 'No tests' } } } } };
    expect(viewOf(stateOf(...history, opened), 'panel')).toMatchObject({ reveals: { reveals } });
    expect(JSON.stringify(viewOf(stateOf(...history, opened), 'candidate'))).not.toContain('No tests');
  });
});

describe('pointing', () => {
  const point = (to: 'panel' | 'everyone') =>
    ({ type: 'PointAt', askId: 'a1', lines: { from: 4, to: 2 }, text: 'here', to }) as const;

  test('[CODE-6] a panelist points at one range at a time for each audience', () => {
    const made = { type: 'PointedAt', askId: 'a1', lines: { from: 2, to: 4 }, text: 'here' } as const;
    given(live())
      .when('pia', point('panel'))
      .makes({ ...made, to: 'panel' });
    given(live()).when('olga', point('panel')).rejects('not-allowed');
    given(live()).when('pia', { type: 'ClearPoint', askId: 'a1', to: 'panel' }).changesNothing();
    const twice = [by('pia', { ...made, to: 'panel' }), by('pia', { ...made, to: 'panel' })];
    expect(stateOf(live(), ...twice).rounds[0]?.asks[0]?.code?.pointers).toHaveLength(1);
    given(live(), ...twice)
      .when('pia', { type: 'ClearPoint', askId: 'a1', to: 'panel' })
      .makes({ type: 'PointCleared', askId: 'a1', to: 'panel' });
  });

  test('[SEE-27] the candidate sees the pen, and only the pointers meant for everyone', () => {
    const to = (audience: 'panel' | 'everyone') => given(live(), pen).when('pia', point(audience)).state();
    expect(viewOf(to('panel'), 'candidate')).toMatchObject({ code: { pointers: {}, pen: idOf('pia') } });
    expect(viewOf(to('everyone'), 'candidate')).toMatchObject({
      code: { pointers: { [`${idOf('pia')}-everyone`]: { text: 'here' } } },
    });
    expect(viewOf(to('panel'), 'bench')).toMatchObject({ code: null });
  });

  test('[CODE-6] its place in the text is kept, and a pointer that was stored without one has none', () => {
    const place = { from: '{"tname":"code"}', to: '{"tname":"code"}' };
    const made = {
      type: 'PointedAt',
      askId: 'a1',
      lines: { from: 2, to: 4 },
      text: 'here',
      to: 'panel',
    } as const;
    given(live())
      .when('pia', { ...point('panel'), place })
      .makes({ ...made, place });
    const places = (...history: Happened[][]) =>
      stateOf(live(), ...history).rounds[0]?.asks[0]?.code?.pointers.map((pointer) => pointer.place);
    expect(places(by('pia', { ...made, place }))).toEqual([place]);
    expect(places(by('pia', made))).toEqual([null]);
  });
});

describe('checks', () => {
  const report = (set: RunSet) => ({
    type: 'ReportChecks' as const,
    askId: 'a1',
    set,
    results: [{ name: 'adds', ok: true, message: '' }],
    output: '',
  });
  const reported = (name: string, set: RunSet) =>
    by(name, { ...report(set), type: 'ChecksReported' as const });

  test('[CODE-7] the candidate runs the shown ones, the panel all of them', () => {
    given(live())
      .when('carl', report('shown'))
      .makes({ ...report('shown'), type: 'ChecksReported' });
    given(live()).when('carl', report('hidden')).rejects('not-allowed');
    given(live())
      .when('pia', report('hidden'))
      .makes({ ...report('hidden'), type: 'ChecksReported' });
    given(live()).when('olga', report('shown')).rejects('not-allowed');
    given(ledRound(), by('pia', pushed('a1', SCRATCH_PAD)))
      .when('carl', report('shown'))
      .rejects('not-found');
    const many = Array.from({ length: 200 }, () => reported('carl', 'shown'));
    given(live(), ...many)
      .when('carl', report('shown'))
      .rejects('too-many');
  });

  test('[CODE-11] the candidate runs the code of any exercise without checks, and everybody sees what it printed', () => {
    const scratchPad = [...ledRound(), ...by('pia', pushed('a1', SCRATCH_PAD))];
    for (const history of [live(), scratchPad])
      given(history)
        .when('carl', report('none'))
        .makes({ ...report('none'), type: 'ChecksReported' });
    given(live()).when('pia', report('none')).rejects('not-allowed');
    const many = Array.from({ length: 200 }, () => reported('carl', 'none'));
    given(live(), ...many)
      .when('carl', report('none'))
      .rejects('too-many');
    const state = stateOf(
      live(),
      reported('carl', 'shown'),
      reported('carl', 'none'),
      reported('carl', 'none'),
    );
    const code = { ran: { runs: 2, by: idOf('carl') }, run: { runs: 1 } };
    expect(viewOf(state, 'candidate')).toMatchObject({ code });
    expect(viewOf(state, 'panel')).toMatchObject({ codes: { asks: { a1: code } } });
    given(live(), ...many)
      .when('carl', report('shown'))
      .makes({ ...report('shown'), type: 'ChecksReported' });
  });

  test('[SEE-26] only the panel sees its own runs; everyone sees the candidate’s', () => {
    const state = stateOf(live(), reported('pia', 'hidden'), reported('pia', 'shown'));
    expect(viewOf(state, 'candidate')).toMatchObject({ code: { run: null } });
    expect(viewOf(state, 'panel')).toMatchObject({
      codes: { asks: { a1: { run: null, panelRuns: { hidden: { runs: 1 }, shown: { runs: 1 } } } } },
    });
    const ran = stateOf(live(), reported('carl', 'shown'), reported('carl', 'shown'));
    expect(viewOf(ran, 'candidate')).toMatchObject({ code: { run: { runs: 2, by: idOf('carl') } } });
    expect(viewOf(ran, 'panel')).toMatchObject({ codes: { asks: { a1: { run: { runs: 2 } } } } });
  });
});

test('[CODE-8] an open critical issue puts the ceiling at 2, until somebody marks it found', () => {
  const points = [
    { id: 'p1', severity: 'critical' as const },
    { id: 'p2', severity: 'low' as const },
  ];
  expect(ceilingOf(points, [])).toBe(2);
  expect(ceilingOf(points, [{ p1: 'partial', p2: 'heard' }])).toBe(2);
  expect(ceilingOf(points, [{ p1: 'missed' }, { p1: 'heard' }])).toBeNull();
  expect(ceilingOf(points.slice(1), [])).toBeNull();
});
