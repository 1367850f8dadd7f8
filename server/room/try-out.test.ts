import { expect, test } from 'vitest';
import { given, idOf, START, stateOf } from '../testing/given';
import { joined, opened } from '../testing/stories';
import { viewOf } from './core/views';

const HOUR = 3_600_000;
const TRY_OUT = { visitorId: idOf('vera'), until: START + HOUR, seed: 7 };

/** A led room to be tried out, with its visitor on the panel. */
function triedOut() {
  const [first, ...rest] = opened('led');
  if (first?.event.type !== 'RoomOpened') throw new Error('a room begins by opening');
  return [{ ...first, event: { ...first.event, tryOut: TRY_OUT } }, ...rest, ...joined('vera')];
}

test('[TRY-1] its views say that it is such a room, but not which person is real', () => {
  const view = viewOf(stateOf(triedOut()), 'panel');
  expect(view.room).toMatchObject({ tryOut: true });
  expect(JSON.stringify(view)).not.toMatch(/visitor|seed/);
  expect(viewOf(stateOf(opened('led')), 'panel').room).toMatchObject({ tryOut: false });
});

test('[TRY-3] nobody joins it but its visitor and the simulated people, and it has no more links', () => {
  const join = (memberId: string, principalId: string) =>
    given(triedOut()).when(null, {
      type: 'JoinRoom',
      memberId,
      principalIds: [principalId],
      name: 'Fay',
      tokenHash: 'panelist',
    });
  join('mb_friend', 'pr_friend').rejects('invite-unknown');
  join('mb_simulated', 'simulated/mb_simulated').makes({
    type: 'MemberJoined',
    member: expect.objectContaining({ memberId: 'mb_simulated' }),
    waiting: false,
  } as never);
  const invite = { inviteId: 'iv_new', role: 'panelist', tokenHash: 'ff', expiresAt: START + HOUR } as const;
  given(triedOut()).when('hana', { type: 'IssueInvite', invite }).rejects('not-allowed');
});

test('[TRY-2] it accepts commands until its time is over', () => {
  const raise = { type: 'RaiseHand', raised: true } as const;
  given(triedOut())
    .when('vera', raise, { at: TRY_OUT.until - 1 })
    .makes({
      type: 'HandChanged',
      memberId: idOf('vera'),
      raised: true,
    } as never);
  given(triedOut()).when('vera', raise, { at: TRY_OUT.until }).rejects('room-ended');
});
