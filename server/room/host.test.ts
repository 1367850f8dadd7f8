import { describe, expect, test } from 'vitest';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import {
  asked,
  joined,
  ledLobby,
  ledRound,
  opened,
  peerLobby,
  published,
  roundStarted,
} from '../testing/stories';
import type { RoomEvent } from './events';
import { audienceOf } from './state';

const about = (name: string) => ({ memberId: idOf(name) });
const hostChanged = (
  from: string,
  to: string,
  how: Extract<RoomEvent, { type: 'HostChanged' }>['how'],
): RoomEvent => ({ type: 'HostChanged', from: idOf(from), to: idOf(to), how });
const tookOver = (from: string, to: string): Happened[] => by(to, hostChanged(from, to, 'took-over'));

describe('the host and the others', () => {
  test('[HOST-1] a panelist is made an observer and back', () => {
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

  test('[HOST-1] neither who has the hot seat nor the host', () => {
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }));
    given(peerLobby(), round)
      .when('hana', { type: 'ChangeRole', ...about('pia'), role: 'observer' })
      .rejects('in-hot-seat');
    given(asked())
      .when('hana', { type: 'ChangeRole', ...about('hana'), role: 'observer' })
      .rejects('host-stays');
  });

  test('[HOST-2] the host removes anybody but themself, once', () => {
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

  test('[HOST-3] the host hands over to a panelist of the room', () => {
    given(asked())
      .when('hana', { type: 'HandOverHost', ...about('pia') })
      .makes(hostChanged('hana', 'pia', 'handed-over'));
    given(asked())
      .when('hana', { type: 'HandOverHost', ...about('olga') })
      .rejects('not-found');
    given(asked())
      .when('hana', { type: 'HandOverHost', ...about('hana') })
      .rejects('already-host');
    const gone = by('pia', { type: 'MemberLeft', ...about('pia') });
    given(asked(), gone)
      .when('hana', { type: 'HandOverHost', ...about('pia') })
      .rejects('not-found');
    const round = by('hana', roundStarted('pia', { pool: ['g1-q1'] }));
    given(peerLobby(), round)
      .when('hana', { type: 'HandOverHost', ...about('pia') })
      .rejects('in-hot-seat');
  });
});

describe('the host is lost', () => {
  test('[HOST-4] a panelist takes over from 30 s on, and not before', () => {
    const take = { type: 'TakeOverHost' } as const;
    given(asked()).when('pia', take, { hostAwayMs: null }).rejects('host-is-here');
    given(asked()).when('pia', take, { hostAwayMs: 29_999 }).rejects('host-is-here');
    given(asked())
      .when('pia', take, { hostAwayMs: 30_000 })
      .makes(hostChanged('hana', 'pia', 'took-over'));
    for (const name of ['olga', 'carl'])
      given(asked()).when(name, take, { hostAwayMs: 90_000 }).rejects('not-allowed');
  });

  test('[HOST-5] the host from before has the role back for the asking', () => {
    given(asked(), tookOver('hana', 'pia'))
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('pia', 'hana', 'reclaimed'));
    given(asked(), tookOver('hana', 'pia')).when('paul', { type: 'ReclaimHost' }).rejects('not-allowed');
    const handedOver = by('hana', hostChanged('hana', 'pia', 'handed-over'));
    given(asked(), handedOver).when('hana', { type: 'ReclaimHost' }).rejects('not-allowed');
  });

  test('[HOST-5] also after another takeover, or a new round', () => {
    const twice = [...tookOver('hana', 'pia'), ...tookOver('pia', 'paul')];
    given(asked(), twice)
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('paul', 'hana', 'reclaimed'));
    const next = by('pia', roundStarted('cleo', { roundId: 'r2', hostId: idOf('pia') }));
    given(published(), tookOver('hana', 'pia'), joined('cleo', 'candidate'), next)
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('pia', 'hana', 'reclaimed'));
  });

  test('[HOST-5] once back, there is nothing more to ask for', () => {
    const back = by('hana', hostChanged('pia', 'hana', 'reclaimed'));
    const state = stateOf(asked(), tookOver('hana', 'pia'), back);
    expect(state).toMatchObject({ hostId: idOf('hana'), displacedHostId: null });
  });

  test('[HOST-6] anybody leaves, the host when no other panelist is there', () => {
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

test('[HOST-6] whoever left and says so again is not told otherwise, and nothing happens', () => {
  const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
  given(ledRound(), left).when('pia', { type: 'LeaveRoom' }).changesNothing();
  given(ledRound(), left).when('pia', { type: 'SetReady', ready: true }).rejects('not-a-member');
});

describe('the host has the hot seat', () => {
  const start = { type: 'StartRound', candidateId: null } as const;

  test('[HOST-7] whoever joined first stands in, and the role goes back with the next round', () => {
    given(peerLobby())
      .when('hana', { type: 'StartRound', candidateId: idOf('hana') })
      .makes(expectRound({ candidateId: idOf('hana'), hostId: idOf('pia'), hostReturnsTo: idOf('hana') }));
    const first = by(
      'hana',
      roundStarted('hana', { pool: ['g1-q1'], hostId: idOf('pia'), hostReturnsTo: idOf('hana') }),
      ...publishedAs('r1'),
    );
    given(peerLobby(), first)
      .when('pia', start)
      .makes(
        expectRound({ roundId: 'r2', candidateId: idOf('pia'), hostId: idOf('hana'), hostReturnsTo: null }),
      );
  });

  test('[HOST-7] the candidate before stands in for a host who sits after them', () => {
    const first = by('hana', roundStarted('paul', { pool: ['g1-q1'] }), ...publishedAs('r1'));
    given(peerLobby(), first)
      .when('hana', { type: 'StartRound', candidateId: idOf('hana') })
      .makes(
        expectRound({
          roundId: 'r2',
          candidateId: idOf('hana'),
          hostId: idOf('paul'),
          hostReturnsTo: idOf('hana'),
        }),
      );
  });
});

function expectRound(part: Partial<Extract<RoomEvent, { type: 'RoundStarted' }>>): RoomEvent {
  return expect.objectContaining({ type: 'RoundStarted', ...part });
}

function publishedAs(roundId: string): RoomEvent[] {
  return [
    { type: 'DeliberationStarted', roundId },
    { type: 'VerdictsOpened', roundId, panel: [] },
    { type: 'DebriefOpened', roundId },
    { type: 'RoundPublished', roundId, sharing: { ratings: true, keyPoints: true, verdicts: true } },
  ];
}
