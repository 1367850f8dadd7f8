import type { CursorFrame } from '../protocol/wire';

/** Messages between the processes of one deployment. They are only hints: a lost message costs a delay. */
export type BusMessage =
  /** The record has news of this room. */
  | { kind: 'room-moved'; roomId: string }
  /** For each of these rooms, its members with a connection to the sender. */
  | { kind: 'members-here'; rooms: MembersHere[] }
  /** The record has news of the text of a code exercise. */
  | { kind: 'code-moved'; roomId: string; askId: string }
  /** Cursors in such texts, which no record has. */
  | { kind: 'cursors-moved'; roomId: string; cursors: CursorFrame[] }
  | { kind: 'signed-out'; principalId: string }
  | { kind: 'session-ended'; sessionId: string };

/** A room, and some of its members. */
export type MembersHere = [roomId: string, memberIds: string[]];

/** What a process tells the operator of its bus. */
export interface BusReport {
  /** Whether messages come through. */
  works: boolean;
  /** Processes that have people and are not heard, although messages come through. */
  silentProcesses: number;
  /** The largest difference (ms) to the clock of another process, of those that were heard lately. */
  skewMs: number;
  /** Messages that were dropped since the start. */
  lost: number;
}

export interface Bus {
  /** Whether no other process writes to the record, so that it has no news for this one. */
  alone: boolean;
  /** Whether messages of the other processes arrive. While they do not, nobody knows who is connected to them. */
  hears(): boolean;
  /** Whether another process, which is heard, can write to the record. */
  othersWork(): boolean;
  report(): BusReport;
  /** Best effort: a message that cannot be sent now is dropped. */
  send(message: BusMessage): void;
  /** Messages of the other processes; `from` names the sender. */
  onMessage(listener: (message: BusMessage, from: string) => void): void;
  close(): Promise<void>;
}

/** For a process without others. */
export const aloneBus: Bus = {
  alone: true,
  hears: () => true,
  othersWork: () => false,
  report: () => ({ works: true, silentProcesses: 0, skewMs: 0, lost: 0 }),
  send: () => {},
  onMessage: () => {},
  close: () => Promise.resolve(),
};
