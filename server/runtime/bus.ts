/** What processes of one deployment tell each other. Never the truth: a lost message costs a delay. */
export type BusMessage =
  /** The record has news of this room. */
  | { kind: 'room-moved'; roomId: string }
  /** The members of a room that the sender has connections of. */
  | { kind: 'members-here'; roomId: string; memberIds: string[] }
  /** The record has news of the text of a code exercise. */
  | { kind: 'code-moved'; roomId: string; askId: string }
  | { kind: 'signed-out'; principalId: string }
  | { kind: 'session-ended'; sessionId: string };

export interface Bus {
  /** Nobody else writes to the record: it holds no news that this process did not make. */
  alone: boolean;
  /** Whether the other processes are heard. While they are not, nobody knows who is connected to them. */
  hears(): boolean;
  /** The largest difference (ms) to the clock of another process, of those that were heard lately. */
  skewMs(): number;
  /** Best effort: what cannot be sent now is not sent. */
  send(message: BusMessage): void;
  /** Messages of the other processes; `from` names the sender. */
  onMessage(listener: (message: BusMessage, from: string) => void): void;
  close(): Promise<void>;
}

/** For a process that has nobody to tell. */
export const aloneBus: Bus = {
  alone: true,
  hears: () => true,
  skewMs: () => 0,
  send: () => {},
  onMessage: () => {},
  close: () => Promise.resolve(),
};
