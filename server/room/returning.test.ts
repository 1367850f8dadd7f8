import { describe, expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { asked, joined, ledLobby, opened, principalOf, pushed, rated } from '../testing/stories';
import { mineOf } from './core/mine';
import { memberByPrincipal } from './core/state';
import { viewOf } from './core/views';

const left = (name: string) => by(name, { type: 'MemberLeft', memberId: idOf(name) });
const removed = (name: string) => by('hana', { type: 'MemberRemoved', memberId: idOf(name) });
const linked = (name: string): Happened[] =>
  by(name, {
    type: 'ReturnLinkIssued',
    memberId: idOf(name),
    returnId: `rl_${name}`,
    tokenHash: `back ${name}`,
  });
const follow = (person: string, name: string) =>
  ({ type: 'FollowReturnLink', principalIds: [principalOf(person)], tokenHash: `back ${name}` }) as const;
const moved = (name: string, person: string, from: string | null = null) =>
  ({ type: 'MemberMoved', memberId: idOf(name), principalId: principalOf(person), from }) as const;

describe('coming back', () => {
  test('[RETURN-1] a person who was let in opens the room again without a link', () => {
    const back = { type: 'ReturnToRoom' } as const;
    given(asked(), left('olga'))
      .when('olga', back)
      .makes({ type: 'MemberReturned', memberId: idOf('olga'), waiting: false });
    given(ledLobby({ waitingRoom: true }), left('olga'))
      .when('olga', back)
      .makes({ type: 'MemberReturned', memberId: idOf('olga'), waiting: true });
    given(opened('led', { waitingRoom: true }), left('hana'))
      .when('hana', back)
      .makes({ type: 'MemberReturned', memberId: idOf('hana'), waiting: false });
    given(asked()).when('olga', back).changesNothing();
    given(asked()).when('zoe', back).rejects('not-a-member');
    given(asked(), removed('olga')).when('olga', back).rejects('removed');
    const declined = by('hana', { type: 'MemberDeclined', memberId: idOf('zoe') });
    given(ledLobby({ waitingRoom: true }), joined('zoe', 'panelist', true), declined)
      .when('zoe', back)
      .rejects('not-a-member');
  });

  test('[RETURN-2] a return link gives the same seat to another browser, and both have it', () => {
    given(asked())
      .when('carl', { type: 'IssueReturnLink', returnId: 'rl_carl', tokenHash: 'back carl' })
      .makes(...linked('carl').map(({ event }) => event));
    given(asked(), joined('zoe', 'panelist', true))
      .when('zoe', { type: 'IssueReturnLink', returnId: 'rl_zoe', tokenHash: 'back zoe' })
      .rejects('not-allowed');
    given(asked(), linked('carl')).when(null, follow('phone', 'carl')).makes(moved('carl', 'phone'));
    const state = stateOf(asked(), linked('carl'), by(null, moved('carl', 'phone')));
    for (const person of ['carl', 'phone'])
      expect(memberByPrincipal(state, [principalOf(person)])?.memberId).toBe(idOf('carl'));
  });

  test('[RETURN-2] it works for a person who left and in a room that ended, but not for a removed person', () => {
    given(asked(), linked('pia'), left('pia'))
      .when(null, follow('phone', 'pia'))
      .makes(moved('pia', 'phone'), { type: 'MemberReturned', memberId: idOf('pia'), waiting: false });
    const ended = by('hana', { type: 'RoomEnded' });
    given(asked(), linked('pia'), ended).when(null, follow('phone', 'pia')).makes(moved('pia', 'phone'));
    given(asked(), linked('pia'), removed('pia')).when(null, follow('phone', 'pia')).rejects('removed');
    given(asked()).when(null, follow('phone', 'pia')).rejects('return-unknown');
    const newer = by('pia', {
      type: 'ReturnLinkIssued',
      memberId: idOf('pia'),
      returnId: 'rl_2',
      tokenHash: 'newer',
    });
    given(asked(), linked('pia'), newer).when(null, follow('phone', 'pia')).rejects('return-unknown');
  });

  test('[RETURN-2] nobody has two seats, and a seat has only so many browsers', () => {
    given(asked(), linked('pia')).when(null, follow('pia', 'pia')).changesNothing();
    given(asked(), linked('pia')).when(null, follow('carl', 'pia')).rejects('has-seat');
    given(asked(), linked('pia'), joined('zoe', 'panelist', true))
      .when(null, follow('zoe', 'pia'))
      .makes(moved('pia', 'zoe', idOf('zoe')));
    const many = Array.from({ length: LIMITS.devices }, (_, index) => moved('pia', `phone${index}`));
    const ended = { type: 'DeviceEnded', memberId: idOf('pia'), principalId: principalOf('phone0') } as const;
    const ninth = given(asked(), linked('pia'), by(null, ...many)).when(null, follow('tablet', 'pia'));
    ninth.makes(ended, moved('pia', 'tablet'));
    const idsHave = (person: string) => memberByPrincipal(ninth.state(), [principalOf(person)])?.name;
    expect(['pia', 'phone0', 'phone1', 'tablet'].map(idsHave)).toEqual(['pia', undefined, 'pia', 'pia']);
  });

  test.each([
    ['let in as somebody new', joined('zoe'), []],
    [
      'declined',
      joined('zoe', 'panelist', true),
      by('hana', { type: 'MemberDeclined', memberId: idOf('zoe') }),
    ],
    ['gone from the waiting room', joined('zoe', 'panelist', true), left('zoe')],
  ])('[RETURN-2] a person who was %s gets their own seat by their link', (_, came, then) => {
    const outcome = given(asked(), linked('pia'), came, then).when(null, follow('zoe', 'pia'));
    outcome.makes(moved('pia', 'zoe', idOf('zoe')));
    expect(memberByPrincipal(outcome.state(), [principalOf('zoe')])?.name).toBe('pia');
    expect(outcome.state().members.map(({ name }) => name)).not.toContain('zoe');
  });

  test('[RETURN-2] a person who left waits alike in their own browser and in a new one', () => {
    const history = [...ledLobby({ waitingRoom: true }), ...linked('pia'), ...left('pia')];
    const waits = { type: 'MemberReturned', memberId: idOf('pia'), waiting: true } as const;
    given(history).when(null, follow('pia', 'pia')).makes(waits);
    given(history).when(null, follow('phone', 'pia')).makes(moved('pia', 'phone'), waits);
  });

  test('[RETURN-4] a person takes their seat from any of its browsers but the last', () => {
    const end = (person: string) => ({ type: 'EndDevice', principalId: principalOf(person) }) as const;
    const history = [...asked(), ...linked('pia'), ...by(null, moved('pia', 'phone'))];
    const outcome = given(history).when('pia', end('phone'));
    outcome.makes({ type: 'DeviceEnded', memberId: idOf('pia'), principalId: principalOf('phone') });
    expect(memberByPrincipal(outcome.state(), [principalOf('phone')])).toBeUndefined();
    expect(memberByPrincipal(outcome.state(), [principalOf('pia')])?.name).toBe('pia');
    const first = given(history).when('pia', end('pia'));
    first.makes({ type: 'DeviceEnded', memberId: idOf('pia'), principalId: principalOf('pia') });
    expect(memberByPrincipal(first.state(), [principalOf('pia')])).toBeUndefined();
    expect(memberByPrincipal(first.state(), [principalOf('phone')])?.name).toBe('pia');
    const ended = by('pia', { type: 'DeviceEnded', memberId: idOf('pia'), principalId: principalOf('pia') });
    given(history, ended).when('pia', end('phone')).changesNothing();
    given(asked()).when('pia', end('pia')).changesNothing();
    given(history).when('paul', end('phone')).changesNothing();
    given(history, removed('pia')).when('pia', end('phone')).rejects('not-allowed');
  });

  describe('[RETURN-3] the host gives a seat', () => {
    const give = (seat: string) => ({ type: 'GiveSeat', memberId: idOf('zoe'), seatOf: idOf(seat) }) as const;
    const away = { seatAwayMs: 1 };
    const waiting = joined('zoe', 'candidate', true);

    test('[RETURN-3] to a waiting person, who had it', () => {
      const outcome = given(asked(), waiting).when('hana', give('carl'), away);
      outcome.makes(moved('carl', 'zoe', idOf('zoe')));
      expect(outcome.state().members.map(({ name }) => name)).not.toContain('zoe');
      expect(memberByPrincipal(outcome.state(), [principalOf('zoe')])?.name).toBe('carl');
      given(asked(), waiting).when('hana', give('pia'), away).rejects('role-fixed');
      given(asked(), joined('zoe', 'panelist', true))
        .when('hana', give('hana'), away)
        .rejects('host-stays');
      given(asked(), waiting, removed('carl')).when('hana', give('carl'), away).rejects('not-found');
      given(asked(), waiting).when('pia', give('carl'), away).rejects('not-allowed');
    });

    test('[RETURN-3] only while its owner is away for certain, since it holds what the host may not read', () => {
      const notes = joined('zoe', 'panelist', true);
      given(asked(), notes).when('hana', give('pia'), { seatAwayMs: null }).rejects('seat-is-here');
      given(asked(), notes).when('hana', give('pia'), { seatAwayMs: 'unknown' }).rejects('seat-is-here');
      given(asked(), notes).when('hana', give('pia')).rejects('seat-is-here');
      given(asked(), notes, left('pia')).when('hana', give('pia')).state();
    });

    test('[RETURN-3] also to a person who was let in as somebody new, until they have used that seat', () => {
      const outcome = given(asked(), joined('zoe')).when('hana', give('pia'), away);
      outcome.makes(moved('pia', 'zoe', idOf('zoe')));
      given(asked(), joined('zoe'), rated('zoe', 3)).when('hana', give('pia'), away).rejects('seat-used');
      given(asked(), joined('zoe'), by('zoe', pushed('a2', 'g2-q1')))
        .when('hana', give('pia'), away)
        .rejects('seat-used');
    });

    test('[RETURN-3] and its owner and the panel are told, but nobody else', () => {
      const before = [...asked(), ...joined('zoe', 'panelist', true)];
      const after = given(before).when('hana', give('pia'), away).state();
      expect(mineOf(after, idOf('pia'))?.givenAt).toEqual(expect.any(Number));
      const isTold = { members: { [idOf('pia')]: { givenAt: expect.any(Number) } } };
      expect(viewOf(after, 'panel')).toMatchObject({ roster: isTold });
      expect(viewOf(after, 'candidate')).toEqual(viewOf(stateOf(before), 'candidate'));
      const byLink = stateOf(asked(), linked('pia'), by(null, moved('pia', 'phone')));
      expect(mineOf(byLink, idOf('pia'))?.givenAt).toBeNull();
    });
  });
});
