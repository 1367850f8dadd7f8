import { describe, expect, test } from 'vitest';
import type { RatingValue } from '../protocol/words';
import { by, given, type Happened, idOf, START, stateOf } from '../testing/given';
import {
  asked,
  debriefing,
  deliberating,
  joined,
  ledLobby,
  ledRound,
  PACK,
  peerLobby,
  published,
  pushed,
  rated,
  revealed,
  roundStarted,
  verdictGiven,
  verdictsOpened,
} from '../testing/stories';
import { testPack } from '../testing/test-pack';
import { fullFrame } from './core/views';

const PEOPLE = ['hana', 'pia', 'olga', 'carl', 'cleo', 'wanda'] as const;
type Person = (typeof PEOPLE)[number];

/** Carl's round, with Cleo on the bench and Wanda in the waiting room. */
function withBenchAndDoor(history: Happened[]): Happened[] {
  return [...history, ...joined('cleo', 'candidate'), ...joined('wanda', 'panelist', true)];
}

/** Everything that a person gets to see. */
function bytes(history: Happened[], name: Person): string {
  return JSON.stringify(fullFrame(stateOf(history), idOf(name), START));
}

/** Which of the six people find these words in what they get. */
function whoSees(history: Happened[], words: string): Person[] {
  const room = withBenchAndDoor(history);
  return PEOPLE.filter((name) => bytes(room, name).includes(words));
}

const panel: Person[] = ['hana', 'pia', 'olga'];
const followUp = by('pia', { type: 'FollowUpPushed', askId: 'a1', followUpId: 'g1-q1-f1' });
const note = (name: string, text: string, shared: boolean) =>
  by(name, {
    type: 'NoteWritten',
    askId: 'a1',
    noteId: `note-${name}`,
    text,
    atMs: 5,
    share: shared ? 'panel' : 'none',
  });
const opened = by('hana', { type: 'AskRevealed', askId: 'a1', panel: ['hana', 'pia', 'paul'].map(idOf) });
const first = (value: RatingValue) => `"first":{"value":${value},"at"`;

describe('the table of who sees what', () => {
  test('[SEE-1] the prompt, pushed follow-ups and the clock: the panel and the hot seat', () => {
    const live = '"clock":{"askId":"a1"';
    expect(whoSees(asked(), live)).toEqual([...panel, 'carl']);
    expect(bytes(asked(), 'carl')).toContain('Prompt of g1-q1?');
    expect(bytes([...asked(), ...followUp], 'carl')).toContain('Follow-up f1 of g1-q1?');
    expect(bytes(asked(), 'carl')).not.toContain('Follow-up f1 of g1-q1?');
    expect(whoSees(asked(), 'Prompt of g1-q1?')).toEqual([...panel, 'carl']);
  });

  const decided = by('hana', { type: 'DecisionRecorded', roundId: 'r1', decision: 'hold', why: '' });
  test.each([
    ['closed', [...debriefing(), ...decided]],
    ['published', published()],
  ])('[SEE-28] nothing tells a candidate whose round is %s that the room goes on', (_, history) => {
    const before = [
      ...history,
      ...by('carl', { type: 'ReflectionWritten', roundId: 'r1', text: 'It went', shared: false }),
    ];
    const steps = [
      joined('cleo', 'candidate'),
      by('hana', roundStarted('cleo', { roundId: 'r7' })),
      by('pia', pushed('a7001', 'g2-q1')),
      by('hana', { type: 'AskClosed', askId: 'a7001' }, { type: 'DeliberationStarted', roundId: 'r7' }),
    ];
    expect(bytes(before, 'carl')).toContain('It went');
    for (let count = 1; count <= steps.length; count += 1) {
      const later = [...before, ...steps.slice(0, count).flat()];
      expect(bytes(later, 'carl')).toBe(bytes(before, 'carl'));
      for (const askId of ['a1', 'a7001'])
        given(later).when('carl', { type: 'TakeMoment', askId }).rejects('not-allowed');
      given(later).when('carl', { type: 'RateSelf', askId: 'a1', value: 3 }).rejects('wrong-phase');
      given(later).when('carl', { type: 'RateSelf', askId: 'a7001', value: 3 }).rejects('not-found');
      const run = { type: 'ReportChecks', askId: 'a1', set: 'shown', results: [], output: '' } as const;
      given(later)
        .when('carl', { ...run, results: [] })
        .rejects('not-allowed');
    }
  });

  test('[SEE-28] a led candidate finds the pack on their scorecard, and nowhere in the room', () => {
    const pack = `"packTitle":"${PACK.title}"`;
    expect(bytes(asked(), 'carl')).not.toContain(pack);
    expect(bytes(withBenchAndDoor(asked()), 'cleo')).not.toContain(pack);
    expect(bytes(published(), 'carl')).not.toContain(pack);
    expect(bytes(asked(), 'pia')).toContain(pack);
  });

  test('[SEE-28] neither numbers nor rejections tell how much others were asked', () => {
    const later = [...published(), ...joined('cleo', 'candidate')];
    const second = [...later, ...by('hana', roundStarted('cleo', { roundId: 'r2' }))];
    const push = { type: 'PushItem', itemId: 'g2-q1', liveAskId: null } as const;
    given(second).when('pia', push).makes(pushed('a1001', 'g2-q1'));
    expect(bytes(second, 'cleo')).toContain('"no":1,"of":null');
    for (const askId of ['a1', 'a9']) {
      const note = {
        type: 'WriteNote',
        askId,
        noteId: 'note-0001',
        text: 'x',
        atMs: 1,
        share: 'none',
      } as const;
      given(second).when('cleo', note).rejects('not-allowed');
      given(second).when('cleo', { type: 'RateSelf', askId, value: 3 }).rejects('not-found');
    }
  });

  test('[SEE-28] on the bench and in the waiting room nothing tells that a round began, was discarded or began again', () => {
    const before = [...ledLobby(), ...joined('cleo', 'candidate'), ...joined('wanda', 'candidate', true)];
    const steps = [
      by('hana', roundStarted('carl', { roundId: 'r100' })),
      by('pia', pushed('a99001', 'g1-q1')),
      by('hana', { type: 'RoundDiscarded', roundId: 'r100' }),
      by('hana', roundStarted('carl', { roundId: 'r200' })),
    ];
    for (let count = 1; count <= steps.length; count += 1)
      for (const name of ['cleo', 'wanda'] as const)
        expect(bytes([...before, ...steps.slice(0, count).flat()], name)).toBe(bytes(before, name));
  });

  test('[SEE-28] a candidate whose successor’s round is discarded is not told', () => {
    const second = [
      ...published(),
      ...joined('cleo', 'candidate'),
      ...by('hana', roundStarted('cleo', { roundId: 'r7' })),
    ];
    const discarded = [...second, ...by('hana', { type: 'RoundDiscarded', roundId: 'r7' })];
    expect(bytes(discarded, 'carl')).toBe(bytes(second, 'carl'));
    expect(bytes(discarded, 'cleo')).toBe(bytes([...published(), ...joined('cleo', 'candidate')], 'cleo'));
  });

  test('[SEE-28] a round has a random name, also after others and after a discarded one', () => {
    const start = { type: 'StartRound', candidateId: null } as const;
    given(ledLobby())
      .when('hana', start, { roundKey: 48 })
      .makes(roundStarted('carl', { roundId: 'r48' }));
    const gone = [
      ...by('hana', roundStarted('carl', { roundId: 'r48' })),
      ...by('hana', { type: 'RoundDiscarded', roundId: 'r48' }),
    ];
    given(ledLobby(), gone)
      .when('hana', start, { roundKey: 48 })
      .makes(roundStarted('carl', { roundId: 'r49' }));
  });

  test('[SEE-1] the code of an exercise: the panel and the hot seat', () => {
    const exercise = [...ledRound(), ...by('pia', pushed('a1', 'x1'))];
    expect(whoSees(exercise, 'const x1 = 1;')).toEqual([...panel, 'carl']);
    expect(whoSees(exercise, 'key improved x1')).toEqual(panel);
  });

  test('[SEE-2] the agenda’s items: the panel; its length: the candidates too', () => {
    expect(whoSees(asked(), '"g2-q1"')).toEqual(panel);
    expect(whoSees(asked(), '"plannedAsks":3')).toEqual([...panel, 'carl', 'cleo']);
    expect(bytes(asked(), 'carl')).toContain('"progress":{"asked":1,"planned":3}');
  });

  test.each([
    ['a key point', 'key p1 of g1-q1'],
    ['its context', 'key context of p1 of g1-q1'],
    ['an anchor', 'key anchor 3 of g1-q1'],
    ['why it is asked', 'key why of g1-q1'],
    ['a weak answer', 'key weak answer to g1-q1'],
    ['a follow-up to come', 'Follow-up f2 of g1-q1?'],
    ['when it is asked', 'key when of f2 of g1-q1'],
    ['an author’s note', 'key note on g1-q1'],
    ['a reference solution', 'key improved x1'],
    ['a hint', 'key hint of x1'],
    ['a reason', 'key reason of x1'],
  ])('[SEE-3] %s: the panel, and no candidate even after publishing', (_, words) => {
    const item = words.endsWith('x1') ? 'x1' : 'g1-q1';
    const live = [...ledRound(), ...by('pia', pushed('a1', item))];
    expect(whoSees(item === 'x1' ? live : [...live, ...followUp], words)).toEqual(panel);
    // From then on the panel has it in the bank.
    expect(whoSees(published(), words)).toEqual([]);
  });

  test('[SEE-4] others’ ratings and ticks before the reveal: nobody', () => {
    const tick = by('paul', { type: 'PointMarked', askId: 'a1', pointId: 'g1-q1-p1', mark: 'missed' });
    const before = [...asked(), ...rated('paul', 5)];
    for (const name of PEOPLE) {
      const room = withBenchAndDoor([...before, ...tick]);
      expect(bytes(room, name)).not.toContain('"missed"');
      const other = withBenchAndDoor([...asked(), ...rated('paul', 1), ...tick]);
      expect(bytes(room, name)).toBe(bytes(other, name));
    }
  });

  test('[SEE-5] how many have rated: the panel', () => {
    expect(whoSees([...asked(), ...rated('paul', 5)], '"rated":1,"of":3')).toEqual(panel);
  });

  test('[SEE-6] ratings, ticks and second ratings after the reveal: the panel', () => {
    const tick = by('paul', { type: 'PointMarked', askId: 'a1', pointId: 'g1-q1-p1', mark: 'missed' });
    const again = by('pia', { type: 'RatedAgain', askId: 'a1', value: 3 });
    const history = [...asked(), ...rated('paul', 5), ...rated('pia', 4), ...tick, ...opened, ...again];
    expect(whoSees(history, first(5))).toEqual(panel);
    expect(whoSees(history, '"missed"')).toEqual(panel);
    expect(whoSees(history, '"second":{"value":3,"at"')).toEqual(panel);
    expect(whoSees(published(), first(2))).toEqual(panel);
  });

  test('[SEE-7] another’s private note and S-T-A-R marks: nobody; a shared note after the reveal: the panel', () => {
    const star = by('paul', { type: 'StarMarked', askId: 'a1', letter: 'R', atMs: 86_421 });
    const history = [...asked(), ...note('paul', 'hush', false), ...note('pia', 'look', true), ...star];
    expect(whoSees(history, 'hush')).toEqual([]);
    expect(whoSees(history, 'look')).toEqual(['pia']);
    expect(whoSees([...history, ...opened], 'hush')).toEqual([]);
    expect(whoSees([...history, ...opened], 'look')).toEqual(panel);
    expect(whoSees([...history, ...opened], '86421')).toEqual([]);
  });

  test('[SEE-8] a verdict before all are in: its author; how many: the panel', () => {
    const history = [...deliberating(), ...verdictGiven('pia')];
    expect(whoSees(history, 'because pia')).toEqual(['pia']);
    expect(whoSees(history, '"in":1,"of":3')).toEqual(panel);
  });

  test('[SEE-9] verdicts once all are in: the panel', () => {
    expect(whoSees(verdictsOpened(), 'because paul')).toEqual(panel);
    expect(whoSees(published(), 'because paul')).toEqual(panel);
  });

  test('[SEE-10] the side channel and raised hands: the panel', () => {
    const message = by('pia', { type: 'MessageSent', roundId: 'r1', text: 'psst', messageNo: 1 });
    expect(whoSees([...asked(), ...message], 'psst')).toEqual(panel);
    const hand = by('carl', { type: 'HandChanged', memberId: idOf('carl'), raised: true });
    expect(whoSees([...asked(), ...hand], `"hands":{"members":{"${idOf('carl')}":true}}`)).toEqual(panel);
  });

  test('[SEE-11] self-rating and shared reflection: their author, and the panel from the debrief on', () => {
    const self = by(
      'carl',
      { type: 'SelfRated', askId: 'a1', value: 5 },
      { type: 'ReflectionWritten', roundId: 'r1', text: 'I rushed', shared: true },
    );
    expect(whoSees([...deliberating(), ...self], 'I rushed')).toEqual(['carl']);
    expect(whoSees([...debriefing(), ...self], 'I rushed')).toEqual([...panel, 'carl']);
    expect(whoSees([...deliberating(), ...self], '{"a1":{"value":5}}')).toEqual(['carl']);
    const kept = by('carl', { type: 'ReflectionWritten', roundId: 'r1', text: 'for me', shared: false });
    expect(whoSees([...debriefing(), ...kept], 'for me')).toEqual(['carl']);
  });

  test('[SEE-12] in a peer room the exercises of those who have still to sit: nobody; of the one in the seat, the panel', () => {
    const pack = testPack({ exercises: 3 });
    const slots = [{ groupId: null }, { groupId: null, kind: 'exercise' as const }];
    const lobby = peerLobby({ slots }, pack);
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1', 'x2'], agenda: ['g1-q1', 'x2'] }));
    const room = stateOf(lobby, joined('olga', 'observer'), round, by('hana', pushed('a1', 'x2')));
    const seen = (name: string) => JSON.stringify(fullFrame(room, idOf(name), START));
    for (const name of ['hana', 'pia', 'paul', 'olga'])
      for (const id of ['x1', 'x3']) expect(seen(name)).not.toContain(id);
    const secrets = ['key hint of x2', 'key hidden check of x2', 'key improved x2', 'key p1 of x2'];
    for (const secret of secrets) {
      for (const name of ['hana', 'paul', 'olga']) expect(seen(name)).toContain(secret);
      expect(seen('pia')).not.toContain(secret);
    }
    expect(seen('pia')).toContain('const x2 = 1;');
    expect(JSON.stringify(fullFrame(stateOf(lobby), idOf('hana'), START))).not.toContain('x1');
  });

  test('[SEE-12] in a peer room the questions of those who have still to sit: nobody', () => {
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1', 'g1-q2'], agenda: ['g1-q1'] }));
    const room = stateOf(peerLobby(), joined('olga', 'observer'), round);
    const seen = (name: string) => JSON.stringify(fullFrame(room, idOf(name), START));
    const kept = PACK.questions.filter((item) => !['g1-q1', 'g1-q2'].includes(item.id));
    for (const name of ['hana', 'pia', 'paul', 'olga'])
      for (const { prompt } of kept) expect(seen(name)).not.toContain(prompt);
    expect(seen('paul')).toContain('"bank":{"id":"r1"}');
    expect(seen('pia')).not.toContain('"bank"');
    const lobby = fullFrame(stateOf(peerLobby()), idOf('hana'), START);
    expect(JSON.stringify(lobby)).not.toContain('Prompt of');
  });

  test('[SEE-13] what an observer rates and writes: the observer', () => {
    const practice = [...rated('olga', 1), ...note('olga', 'my practice', true)];
    expect(whoSees([...asked(), ...practice, ...rated('pia', 4), ...opened], 'my practice')).toEqual([
      'olga',
    ]);
    expect(whoSees([...asked(), ...practice], '"first":{"value":1}')).toEqual(['olga']);
  });

  test('[SEE-14] the waiting room, invites and settings: the host', () => {
    const knocking = `"waiting":{"${idOf('wanda')}":`;
    expect(whoSees(ledLobby(), knocking)).toEqual(['hana']);
    for (const words of ['"inviteId"', '"autoReveal"', '"waitingRoom"', '"raters"'])
      expect(whoSees(ledLobby(), words)).toEqual(['hana']);
    expect(whoSees(ledLobby(), 'tokenHash')).toEqual([]);
    expect(whoSees(ledLobby(), 'principalId')).toEqual([]);
  });

  test('[SEE-15] the roster and the room: everyone who is in; in the waiting room its title and the host’s name', () => {
    expect(whoSees(ledLobby(), '"name":"paul"')).toEqual([...panel, 'carl', 'cleo']);
    const waiting = fullFrame(stateOf(withBenchAndDoor(revealed())), idOf('wanda'), START);
    expect(waiting?.view).toEqual({ room: { title: 'A panel', hostName: 'hana' } });
  });

  test('[SEE-32] who left or was removed keeps their name for the panel, and nobody else is told', () => {
    const left = [
      ...by('carl', { type: 'MemberLeft', memberId: idOf('carl') }),
      ...by('hana', { type: 'MemberRemoved', memberId: idOf('paul') }),
    ];
    const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('wanda') });
    expect(whoSees([...revealed(), ...left], '"name":"carl","how":"left"')).toEqual(panel);
    expect(whoSees([...revealed(), ...left], '"name":"paul","how":"removed"')).toEqual(panel);
    const gone = (history: Happened[]) =>
      Object(fullFrame(stateOf(history), idOf('pia'), START)?.view).roster.gone;
    expect(gone([...withBenchAndDoor(revealed()), ...declined])).toEqual({});
    const back = by('carl', { type: 'MemberReturned', memberId: idOf('carl'), waiting: false });
    expect(Object.keys(gone([...revealed(), ...left, ...back]))).toEqual([idOf('paul')]);
  });

  test('[ROOM-10] the plan’s length and the time for an answer are the same for any items on the agenda', () => {
    const room = (targetSeconds: number | null, agenda: string[]) =>
      bytes(ledLobby({ targetSeconds, agenda }), 'carl');
    expect(room(90, ['g1-q1', 'g2-q1'])).toContain('"plannedAsks":2,"plannedExercises":0,"targetSeconds":90');
    expect(room(null, ['g1-q1', 'g2-q1'])).toContain(
      '"plannedAsks":2,"plannedExercises":0,"targetSeconds":null',
    );
    expect(room(90, ['g1-q1', 'x1'])).toBe(room(90, ['g1-q1', 'g2-q1']));
  });

  test('[ROOM-10] peers are told how many places of their plan are for code', () => {
    const slots = [{ groupId: null }, { groupId: null, kind: 'exercise' as const }];
    expect(bytes(peerLobby({ slots }), 'pia')).toContain('"plannedAsks":2,"plannedExercises":1');
  });

  test('[SEE-20] the candidates of a led room do not meet: the panel sees them all, and each sees no other candidate', () => {
    const room = [...published(), ...joined('cleo', 'candidate'), ...joined('wanda', 'panelist', true)];
    const sees = (words: string) => PEOPLE.filter((name) => bytes(room, name).includes(words));
    expect(sees('cleo')).toEqual([...panel, 'cleo']);
    expect(sees('"name":"carl"')).toEqual([...panel, 'carl']);
    const roster = (name: string) => fullFrame(stateOf(room), idOf(name), START)?.view;
    expect(JSON.stringify(roster('cleo'))).not.toContain('cleo');
  });

  test('[SEE-15] on the bench there is nothing of another person’s round', () => {
    const bench = fullFrame(stateOf(withBenchAndDoor(revealed())), idOf('cleo'), START);
    expect(bench).toMatchObject({
      audience: 'candidate',
      view: { round: null, prompt: null, clock: null },
    });
    const next = [...withBenchAndDoor(published()), ...by('hana', roundStarted('cleo', { roundId: 'r2' }))];
    const before = fullFrame(stateOf(withBenchAndDoor(published())), idOf('cleo'), START);
    expect(JSON.stringify(before)).not.toContain('Prompt of g1-q1?');
    expect(fullFrame(stateOf(next), idOf('carl'), START)?.view).toMatchObject({
      round: null,
      greenRoom: null,
    });
    expect(fullFrame(stateOf(next), idOf('cleo'), START)?.view).toMatchObject({ round: { roundId: 'r2' } });
  });

  test('[SEE-15] a person who was removed, left or was declined sees nothing', () => {
    const { state } = given(asked()).when('hana', { type: 'RemoveMember', memberId: idOf('pia') });
    expect(fullFrame(state(), idOf('pia'), START)).toBeNull();
    expect(fullFrame(stateOf(asked()), idOf('nobody'), START)).toBeNull();
  });
});
