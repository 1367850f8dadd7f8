import type { RoomCommand } from '../../room/core/decision';
import { idOf } from '../given';
import type { Step } from '../lives';
import { testInvite } from '../stories';
import type { Scene } from './scene';

/** Somebody knocks where people wait, links are renewed once nobody joins any more, auto-reveal goes on and off. */
export function otherDoor(scene: Scene, alsoSettings: boolean): Step[] | null {
  const { lives, random, viewer, since } = scene;
  if (lives.some(({ after }) => after?.hostId === viewer)) return null;
  const lastJoin = lives.findLastIndex(({ step }) => step.command.type === 'JoinRoom');
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
    if (!after.settings.waitingRoom) return [step];
    knocks += 1;
    const name = `knock${knocks}`;
    const join: RoomCommand = {
      type: 'JoinRoom',
      memberId: idOf(name),
      principalIds: [`pr_${name}`],
      name,
      tokenHash: 'observer',
    };
    const decline: RoomCommand = { type: 'DeclineMember', memberId: idOf(name) };
    return [step, extra(null, join), ...(random.chance(0.5) ? [extra(after.hostId, decline)] : [])];
  });
}
