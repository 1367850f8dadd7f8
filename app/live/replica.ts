import type { Mine } from '@/server/protocol/mine';
import type { CandidateView, HostView, WaitingView } from '@/server/protocol/views';
import type { FullFrame, HeadFrame, MineFrame, SlicesFrame } from '@/server/protocol/wire';
import type { Audience } from '@/server/protocol/words';

/** All slices that anybody may get; what one gets depends on the audience. */
export type Slices = Partial<HostView & CandidateView>;

/** What this tab knows of the room: exactly what the server told it, in the server's order. */
export interface Replica {
  audience: Audience;
  seq: number;
  slices: Slices;
  /** All that somebody at the door knows; null once admitted. */
  waiting: WaitingView['room'] | null;
  mineSeq: number;
  mine: Mine;
}

/** `behind`: something was missed, so the whole must be asked for. */
export interface Applied {
  replica: Replica | null;
  behind: boolean;
}

const isWaiting = (view: FullFrame['slices']): view is WaitingView => 'hostName' in view.room;

/** Null when the frame counts on a bank that is not here: then the whole must be asked for. */
export function applyFull(before: Replica | null, frame: FullFrame): Replica | null {
  const bank = before?.slices.bank;
  if (frame.bankKept && !bank) return null;
  const view = frame.slices;
  const own = { audience: frame.audience, seq: frame.seq, mineSeq: frame.mineSeq, mine: frame.mine };
  return isWaiting(view)
    ? { ...own, slices: {}, waiting: view.room }
    : { ...own, slices: frame.bankKept && bank ? { ...view, bank } : view, waiting: null };
}

/** A frame seen before changes nothing; a frame after a gap cannot be used. */
export function applySlices(replica: Replica | null, frame: SlicesFrame): Applied {
  if (!replica) return { replica, behind: true };
  if (frame.seq <= replica.seq) return { replica, behind: false };
  if (frame.prev !== replica.seq) return { replica, behind: true };
  const slices = { ...replica.slices, ...(frame.slices as Slices) };
  return { replica: { ...replica, seq: frame.seq, slices }, behind: false };
}

export function applyMine(replica: Replica | null, frame: MineFrame): Applied {
  if (!replica) return { replica, behind: true };
  if (frame.seq <= replica.mineSeq) return { replica, behind: false };
  // Each frame carries the whole of one's own part, so a gap in it loses nothing.
  return { replica: { ...replica, mineSeq: frame.seq, mine: frame.mine }, behind: false };
}

export function isBehind(replica: Replica | null, head: HeadFrame): boolean {
  return !replica || head.seq > replica.seq || head.mineSeq > replica.mineSeq;
}
