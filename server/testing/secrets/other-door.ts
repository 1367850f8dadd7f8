import type { RoomCommand } from '../../room/core/decision';
import { channelOf } from '../../room/core/state';
import { idOf } from '../given';
import type { Step } from '../lives';
import { testInvite } from '../stories';
import type { Scene } from './scene';

/** Adds a waiting person who is renamed or seated, observers' return links, renewed links and changes of auto-reveal. */
export function otherDoor(scene: Scene, alsoSettings: boolean): Step[] | null {
  const { lives, end, random, viewer, since } = scene;
  if (lives.some(({ after }) => after?.hostId === viewer)) return null;
  const lastJoin = lives.findLastIndex(({ step }) => step.command.type === 'JoinRoom');
  // A waiting person would be let in with the others.
  const lastAdmission = lives.findLastIndex(({ step }) => step.command.type === 'AdmitEveryone');
  // The panel is told that the host gave a seat to another browser; in a peer room everybody may have been on it.
  const isTold = end.settings.format === 'peer' || channelOf(end, viewer) === 'panel';
  let knocks = 0;
  return lives.flatMap(({ step, after }, index): Step[] => {
    if (!after || after.phase === 'ended' || random.chance(0.6)) return [step];
    const extra = (by: string | null, command: RoomCommand): Step => ({
      ...step,
      hostAwayMs: null,
      by,
      command,
    });
    if (index > lastJoin) {
      const inviteId = `iv_${random.token(12)}`;
      const invite = testInvite('panelist', { inviteId, tokenHash: inviteId });
      return [step, extra(after.hostId, { type: 'IssueInvite', invite })];
    }
    if (alsoSettings && index > since && random.chance(0.5)) {
      return [
        step,
        extra(after.hostId, { type: 'ChangeSettings', settings: { autoReveal: random.chance(0.5) } }),
      ];
    }
    const seat = after.members.find(
      ({ memberId, role, status }) => role === 'observer' && status === 'in' && memberId !== viewer,
    );
    if (seat && random.chance(0.3)) {
      const tokenHash = `link-${random.token(8)}`;
      const device: [string] = [`pr_device${random.token(8)}`];
      return [
        step,
        extra(seat.memberId, { type: 'IssueReturnLink', returnId: 'rl_000000000000', tokenHash }),
        extra(null, { type: 'FollowReturnLink', principalIds: device, tokenHash }),
      ];
    }
    if (!after.settings.waitingRoom) return [step];
    knocks += 1;
    const name = `knock${String(knocks).padStart(3, '0')}`;
    const join: RoomCommand = {
      type: 'JoinRoom',
      memberId: idOf(name),
      principalIds: [`pr_${name}`],
      name,
      tokenHash: 'observer',
    };
    const memberId = idOf(name);
    const decline: RoomCommand = { type: 'DeclineMember', memberId };
    if (index < lastAdmission) return [step, extra(null, join), extra(after.hostId, decline)];
    const then = random.pick<RoomCommand[]>([
      [],
      [decline],
      [{ type: 'RenameMember', memberId, name: `renamed ${knocks}` }],
      [{ type: 'ChangeRole', memberId, role: 'panelist' }],
      seat && !isTold ? [{ type: 'GiveSeat', memberId, seatOf: seat.memberId }] : [],
    ]);
    return [step, extra(null, join), ...then.map((command) => extra(after.hostId, command))];
  });
}
