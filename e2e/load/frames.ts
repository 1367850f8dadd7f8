import { PROTOCOL_VERSION } from '../../server/protocol/words';

/**
 * All that the load clients know of the protocol's frames: when the wire changes, this file changes. Frames are told
 * apart by their first bytes, since parsing each would make the load heavier than the server.
 */
export type FrameKind =
  /** The whole of what a person may see. */
  | 'whole'
  /** A change that everybody of an audience is told. */
  | 'shared'
  /** A change of a person's own part. */
  | 'own'
  /** Presence, and the beats that come at their own time whatever anybody does. */
  | 'background';

/** Socket.IO's `auth`. `heldBank` is what a client that comes back says it still holds. */
export function greeting(roomId: string, heldBank: string | null): object {
  return { roomId, version: PROTOCOL_VERSION, ...(heldBank === null ? {} : { bank: heldBank }) };
}

/** What the relay calls its two events. */
export const RELAYED = { shared: 'relayed', own: 'echoed' } as const;

/** `start` is the packet's beginning, 16 characters or more. */
export function frameKind(start: string): FrameKind {
  if (start.startsWith('42["slices"') || start.startsWith('42["relayed"')) return 'shared';
  if (start.startsWith('42["mine"') || start.startsWith('42["echoed"')) return 'own';
  if (start.startsWith('42["full"')) return 'whole';
  return 'background';
}

/** The id of the bank in a whole view; null for those who get none. */
export function bankIn(packet: string): string | null {
  return /"bank":\{"id":"([^"]+)"/.exec(packet)?.[1] ?? null;
}

/** Server events that do not follow from a command: left out when encodings are counted for each event. */
export const NOT_OF_COMMANDS: readonly string[] = ['full', 'presence', 'head', 'out'];
