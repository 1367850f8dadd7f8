import type { Judge } from '../judge/judge';
import type { Command } from '../protocol/commands';
import type { PracticeWish, TryOutSeat } from '../protocol/try-out';
import { project } from '../review/project';
import { NOTHING_HEARD } from '../room/core/decision';
import type { RoomState } from '../room/core/state';
import type { EventRecord, PackContents, Projection } from '../runtime/ports';
import type { Principal } from '../runtime/principal';
import { RoomCommands } from '../runtime/room-commands';
import { Cast } from '../try-out/cast';
import { LIVELY } from '../try-out/said';
import { createTryOuts, type TryOuts, type TryOutsPorts } from '../try-out/try-outs';
import { START } from './given';
import { MemoryEvents, memoryContents, memoryRecord } from './memory-record';
import { memorySnapshots } from './memory-snapshots';
import { shipped } from './shipped-packs';
import { testMember } from './stories';

/** Who tries a room out. */
export const VISITOR: Principal = {
  id: 'pr_vera',
  name: 'Vera',
  kind: 'guest',
  email: null,
  image: null,
  aliases: [],
};
export const STRANGER: Principal = { ...VISITOR, id: 'pr_stranger' };
const BEAT_MS = 500;

export interface Trial {
  tryOuts: TryOuts;
  roomId: string;
  /** The room as it is now. */
  state(): Promise<RoomState>;
  now(): number;
  rows: Projection[];
  /** Lets so many seconds go by, in which the simulated people do what they do. */
  passes(seconds: number, until?: (state: RoomState) => boolean): Promise<RoomState>;
  sends(command: Command): Promise<void>;
  seconds(): number;
  /** How often it was asked whether the judge may be. */
  opinions(): number;
  /** The members whom the cast shows as connected. */
  shown(): readonly string[];
  /** Puts a real person into the room, as rooms from before may have them. Returns their member's id. */
  adds(name: string): string;
  /** The visitor closes the page. */
  leaves(): void;
  /** Another process, or the same one after a restart. */
  another(change?: Partial<TryOutsPorts>): TryOuts;
  /** Lets a day go by in which nobody does anything. */
  sleeps(): void;
}

interface Circumstances {
  seed?: number;
  /** A real record with its packs; without, the room is in memory. */
  kept?: { record: EventRecord; contents: PackContents };
  judge?: Pick<Judge, 'opinion'> | null;
}

/** A room among simulated people whose time goes by as a test says. */
export async function tryOut(
  seat: TryOutSeat | PracticeWish,
  { seed = 7, kept, judge = null }: Circumstances = {},
): Promise<Trial> {
  let now = START;
  const events = new MemoryEvents();
  const rows: Projection[] = [];
  const runtime = new RoomCommands({
    record: kept?.record ?? memoryRecord(events, () => true),
    contents: kept?.contents ?? memoryContents(events),
    snapshots: memorySnapshots(),
    now: () => now,
    project: (before, after, made) => {
      const projected = project(before, after, made);
      rows.push(...projected);
      return projected;
    },
    awayMs: () => null,
    heardBefore: async () => NOTHING_HEARD,
    isShown: () => true,
    alone: true,
    spareInvites: () => [],
    roundKey: () => null,
    unavailable: () => {},
    announce: () => {},
  });
  let opinions = 0;
  let shown: readonly string[] = [];
  const shows = (_: string, memberIds: readonly string[]) => {
    shown = memberIds;
  };
  let isAway = false;
  const ports = { runtime, shows, isHere: () => !isAway, now: () => now, pace: LIVELY };
  const toTryOut: TryOutsPorts = {
    ...ports,
    isPlayedElsewhere: () => false,
    pack: async () => ({ ok: true, value: shipped('software-engineer').pack }),
    heard: async () => new Set(),
    judge,
    mayAskJudge: async () => {
      opinions += 1;
      return true;
    },
    secret: 'a secret',
    seed: () => seed,
    mayOpen: async () => true,
    failed: (error) => {
      throw error;
    },
    beatMs: null,
  };
  const tryOuts = createTryOuts(toTryOut);
  const opened = await (typeof seat === 'string'
    ? tryOuts.open(VISITOR, seat)
    : tryOuts.practise(VISITOR, seat));
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const cast = new Cast(ports, roomId);
  const state = async () => {
    const found = await runtime.state(roomId);
    if (!found) throw new Error('there is no room');
    return found;
  };
  let sent = 0;
  return {
    tryOuts,
    roomId,
    state,
    now: () => now,
    rows,
    seconds: () => (now - START) / 1_000,
    shown: () => shown,
    leaves: () => {
      isAway = true;
    },
    another: (change) => createTryOuts({ ...toTryOut, ...change }),
    opinions: () => opinions,
    adds: (name) => {
      const member = testMember(name, 'panelist', 'iv_panelist0000');
      const type = 'MemberJoined';
      const data = { type, member, waiting: false };
      const expectedSeq = events.of(roomId).length;
      events.write({
        roomId,
        expectedSeq,
        commandId: name,
        events: [{ type, at: now, by: null, data }],
        projections: [],
      });
      return member.memberId;
    },
    sleeps: () => {
      now += 24 * 3_600_000;
    },
    passes: async (seconds, until = () => false) => {
      for (let end = now + seconds * 1_000; now < end && !until(await state()); ) {
        await cast.beat();
        now += BEAT_MS;
      }
      return state();
    },
    sends: async (command) => {
      sent += 1;
      const answer = await runtime.handle({
        roomId,
        principalIds: [VISITOR.id],
        commandId: `c${sent}`,
        command,
      });
      if (!answer.ok) throw new Error(`${command.type}: ${answer.message}`);
    },
  };
}
