import { describe, expect, test } from 'vitest';
import { LIMITS } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { asked, joined, ledLobby, opened, principalOf } from '../testing/stories';
import { memberByPrincipal } from './core/state';

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
    given(asked(), linked('pia'), by(null, ...many))
      .when(null, follow('tablet', 'pia'))
      .rejects('too-many');
  });

  test('[RETURN-3] the host gives a waiting person the seat that they had', () => {
    const give = (seat: string) => ({ type: 'GiveSeat', memberId: idOf('zoe'), seatOf: idOf(seat) }) as const;
    const waiting = joined('zoe', 'candidate', true);
    const outcome = given(asked(), waiting).when('hana', give('carl'));
    outcome.makes(moved('carl', 'zoe', idOf('zoe')));
    expect(outcome.state().members.map(({ name }) => name)).not.toContain('zoe');
    expect(memberByPrincipal(outcome.state(), [principalOf('zoe')])?.name).toBe('carl');
    given(asked(), waiting).when('hana', give('pia')).rejects('role-fixed');
    given(asked(), joined('zoe', 'panelist', true))
      .when('hana', give('hana'))
      .rejects('host-stays');
    given(asked(), joined('zoe', 'panelist')).when('hana', give('pia')).rejects('not-found');
    given(asked(), waiting, removed('carl')).when('hana', give('carl')).rejects('not-found');
    given(asked(), waiting).when('pia', give('carl')).rejects('not-allowed');
  });
});
