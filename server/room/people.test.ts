import { describe, expect, test } from 'vitest';
import { by, given, idOf, stateOf } from '../testing/given';
import { asked, joined, ledLobby, ledRound, opened, peerLobby, roundStarted } from '../testing/stories';
import { audienceOf } from './core/state';
import { viewOf } from './core/views';

const about = (name: string) => ({ memberId: idOf(name) });

describe('ready and hands', () => {
  test('[ROOM-9] people get ready and raise a hand for themselves, and the same again changes nothing', () => {
    const ready = given(ledLobby()).when('carl', { type: 'SetReady', ready: true });
    ready.makes({ type: 'ReadyChanged', memberId: idOf('carl'), ready: true });
    given(ledLobby()).when('carl', { type: 'SetReady', ready: false }).changesNothing();
    const raised = by('carl', { type: 'HandChanged', memberId: idOf('carl'), raised: true });
    given(asked(), raised).when('carl', { type: 'RaiseHand', raised: true }).changesNothing();
    expect(viewOf(stateOf(asked(), raised), 'panel')).toMatchObject({
      hands: { members: { [idOf('carl')]: true } },
    });
  });

  test('[ROOM-9] the start of a round lowers all hands', () => {
    const raised = by('pia', { type: 'HandChanged', memberId: idOf('pia'), raised: true });
    const after = given(ledLobby(), raised).when('hana', { type: 'StartRound', candidateId: null }).state();
    expect(after.members.some((member) => member.hand)).toBe(false);
  });

  test('[ROOM-9] the end of the asking lowers all hands, since the green room has no button for it', () => {
    const raised = by('carl', { type: 'HandChanged', memberId: idOf('carl'), raised: true });
    const after = given(asked(), raised).when('hana', { type: 'StartDeliberation', roundId: 'r1' }).state();
    expect(after.members.some((member) => member.hand)).toBe(false);
  });
});

describe('roles, removal and leaving', () => {
  test('[HOST-1] the host makes a panelist an observer, and a panelist again', () => {
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('pia'), role: 'observer' })
      .makes({ type: 'RoleChanged', ...about('pia'), role: 'observer' });
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('pia'), role: 'panelist' })
      .changesNothing();
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('olga'), role: 'panelist' })
      .makes({ type: 'RoleChanged', ...about('olga'), role: 'panelist' });
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('zoe'), role: 'observer' })
      .rejects('not-found');
  });

  test('[HOST-1] neither the person in the hot seat nor the host becomes an observer', () => {
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }));
    given(peerLobby(), round)
      .when('hana', { type: 'ChangeRole', ...about('pia'), role: 'observer' })
      .rejects('in-hot-seat');
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('hana'), role: 'observer' })
      .rejects('host-stays');
  });

  test('[HOST-1] nobody who stands in takes the role away from a person who can ask for the host’s back', () => {
    const changed = (from: string, to: string, how: 'handed-over' | 'took-over') =>
      by(to, { type: 'HostChanged', from: idOf(from), to: idOf(to), how });
    for (const role of ['observer', 'candidate'] as const) {
      given(asked(), changed('hana', 'pia', 'took-over'))
        .when('pia', { type: 'ChangeRole', ...about('hana'), role })
        .rejects('opener-stays');
      given(asked(), changed('hana', 'pia', 'handed-over'), changed('pia', 'paul', 'took-over'))
        .when('paul', { type: 'ChangeRole', ...about('pia'), role })
        .rejects('opener-stays');
    }
    given(asked(), changed('hana', 'pia', 'handed-over'))
      .when('pia', { type: 'ChangeRole', ...about('hana'), role: 'observer' })
      .makes({ type: 'RoleChanged', ...about('hana'), role: 'observer' });
  });

  test('[HOST-2] the host removes anyone but themselves, once', () => {
    for (const name of ['pia', 'olga', 'carl']) {
      const after = given(asked())
        .when('hana', { type: 'RemoveMember', ...about(name) })
        .state();
      expect(audienceOf(after, idOf(name))).toBeNull();
    }
    given(asked())
      .when('hana', { type: 'RemoveMember', ...about('hana') })
      .rejects('host-stays');
    const gone = by('hana', { type: 'MemberRemoved', ...about('pia') });
    given(asked(), gone)
      .when('hana', { type: 'RemoveMember', ...about('pia') })
      .changesNothing();
  });

  test('[HOST-2] the person who opened the room stays until they hand it over themselves', () => {
    const changed = (from: string, to: string, how: 'handed-over' | 'took-over') =>
      ({ type: 'HostChanged', from: idOf(from), to: idOf(to), how }) as const;
    const remove = { type: 'RemoveMember', ...about('hana') } as const;
    given(asked(), by('pia', changed('hana', 'pia', 'took-over')))
      .when('pia', remove)
      .rejects('opener-stays');
    given(
      asked(),
      by('pia', changed('hana', 'pia', 'took-over')),
      by('pia', changed('pia', 'paul', 'handed-over')),
    )
      .when('paul', remove)
      .rejects('opener-stays');
    const after = given(asked(), by('hana', changed('hana', 'pia', 'handed-over'))).when('pia', remove);
    expect(audienceOf(after.state(), idOf('hana'))).toBeNull();
  });

  test('[HOST-6] anyone can leave, but the host only when no other panelist is there', () => {
    for (const name of ['pia', 'olga', 'carl'])
      given(ledRound())
        .when(name, { type: 'LeaveRoom' })
        .makes({ type: 'MemberLeft', ...about(name) });
    given(ledLobby()).when('hana', { type: 'LeaveRoom' }).rejects('host-stays');
    given(opened('led'), joined('olga', 'observer'))
      .when('hana', { type: 'LeaveRoom' })
      .makes({ type: 'MemberLeft', ...about('hana') });
  });
});
