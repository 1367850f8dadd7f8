import { describe, expect, test } from 'vitest';
import { EVERYTHING_SHARED } from '../protocol/words';
import { by, given, type Happened, idOf, stateOf } from '../testing/given';
import { asked, joined, ledRound, peerLobby, published, roundStarted } from '../testing/stories';
import type { RoomEvent } from './core/events';

const about = (name: string) => ({ memberId: idOf(name) });
const hostChanged = (
  from: string,
  to: string,
  how: Extract<RoomEvent, { type: 'HostChanged' }>['how'],
): RoomEvent => ({ type: 'HostChanged', from: idOf(from), to: idOf(to), how });
const tookOver = (from: string, to: string): Happened[] => by(to, hostChanged(from, to, 'took-over'));

/** As when there is no spare link to replace it. */
const linksEnd = ['panelist', 'candidate', 'observer'].map(
  (role): RoomEvent => ({ type: 'InviteRevoked', inviteId: `iv_${role.padEnd(12, '0')}` }),
);

describe('handing over', () => {
  test('[HOST-3] the host hands over to a panelist of the room', () => {
    given(asked())
      .when('hana', { type: 'HandOverHost', ...about('pia') })
      .makes(hostChanged('hana', 'pia', 'handed-over'), ...linksEnd);
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
    given(asked()).when('pia', take, { hostAwayMs: 'unknown' }).rejects('host-unknown');
    given(asked())
      .when('pia', take, { hostAwayMs: 30_000 })
      .makes(hostChanged('hana', 'pia', 'took-over'), ...linksEnd);
    for (const name of ['olga', 'carl'])
      given(asked()).when(name, take, { hostAwayMs: 90_000 }).rejects('not-allowed');
  });

  test('[HOST-5] the previous host gets the role back when they ask', () => {
    given(asked(), tookOver('hana', 'pia'))
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('pia', 'hana', 'reclaimed'), ...linksEnd);
    given(asked(), tookOver('hana', 'pia')).when('paul', { type: 'ReclaimHost' }).rejects('not-allowed');
    const handedOver = by('hana', hostChanged('hana', 'pia', 'handed-over'));
    given(asked(), handedOver).when('hana', { type: 'ReclaimHost' }).rejects('not-allowed');
  });

  test('[HOST-5] they get it back also after another takeover or a new round', () => {
    const twice = [...tookOver('hana', 'pia'), ...tookOver('pia', 'paul')];
    given(asked(), twice)
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('paul', 'hana', 'reclaimed'), ...linksEnd);
    const next = by('pia', roundStarted('cleo', { roundId: 'r2', hostId: idOf('pia') }));
    given(published(), tookOver('hana', 'pia'), joined('cleo', 'candidate'), next)
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('pia', 'hana', 'reclaimed'), ...linksEnd);
  });

  test('[HOST-5] they get it back also from a panelist to whom the role was handed on', () => {
    const handedOn = [...tookOver('hana', 'pia'), ...by('pia', hostChanged('pia', 'paul', 'handed-over'))];
    given(asked(), handedOn)
      .when('hana', { type: 'ReclaimHost' })
      .makes(hostChanged('paul', 'hana', 'reclaimed'), ...linksEnd);
    const back = by('paul', hostChanged('paul', 'hana', 'handed-over'));
    expect(stateOf(asked(), handedOn, back)).toMatchObject({ hostId: idOf('hana'), displacedHostId: null });
    const again = tookOver('paul', 'hana');
    expect(stateOf(asked(), handedOn, again)).toMatchObject({ hostId: idOf('hana'), displacedHostId: null });
  });

  test('[HOST-5] they get it back after the panelist has ended the room, and reopen it', () => {
    const ended = by('pia', { type: 'RoomEnded' });
    given(asked(), tookOver('hana', 'pia'), ended)
      .when('hana', { type: 'ReopenRoom' })
      .rejects('not-allowed');
    const reclaimed = given(asked(), tookOver('hana', 'pia'), ended).when('hana', { type: 'ReclaimHost' });
    reclaimed.makes(hostChanged('pia', 'hana', 'reclaimed'), ...linksEnd);
    const back = by('hana', hostChanged('pia', 'hana', 'reclaimed'));
    given(asked(), tookOver('hana', 'pia'), ended, back)
      .when('hana', { type: 'ReopenRoom' })
      .makes({ type: 'RoomReopened' });
  });

  test('[HOST-5] a person who only stood in for the host in the hot seat has no claim to the role', () => {
    const sits = by(
      'hana',
      roundStarted('hana', { pool: ['g1-q1'], hostId: idOf('pia'), hostReturnsTo: idOf('hana') }),
    );
    const discarded = by('paul', { type: 'RoundDiscarded', roundId: 'r1' });
    const history = [...peerLobby(), ...sits, ...tookOver('pia', 'paul')];
    given(history).when('pia', { type: 'ReclaimHost' }).rejects('not-allowed');
    given(history, discarded).when('pia', { type: 'ReclaimHost' }).rejects('not-allowed');
    expect(stateOf(history, discarded).hostId).toBe(idOf('hana'));
  });

  test('[HOST-5] once back, there is nothing more to ask for', () => {
    const back = by('hana', hostChanged('pia', 'hana', 'reclaimed'));
    const state = stateOf(asked(), tookOver('hana', 'pia'), back);
    expect(state).toMatchObject({ hostId: idOf('hana'), displacedHostId: null });
  });
});

test('[HOST-6] leaving again after leaving changes nothing', () => {
  const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
  given(ledRound(), left).when('pia', { type: 'LeaveRoom' }).changesNothing();
  given(ledRound(), left).when('pia', { type: 'SetReady', ready: true }).rejects('not-a-member');
});

describe('the host has the hot seat', () => {
  const start = { type: 'StartRound', candidateId: null } as const;

  test('[HOST-7] the panelist who joined first is the host, and the role goes back with the next round', () => {
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

  test('[HOST-7] the previous candidate is the host while the host has the hot seat', () => {
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
    { type: 'RoundPublished', roundId, sharing: EVERYTHING_SHARED },
  ];
}
