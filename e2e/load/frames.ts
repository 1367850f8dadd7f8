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
  /** A letter of somebody's in a text. */
  | 'typed'
  /** Presence, and the beats that come at their own time whatever anybody does. */
  | 'background';

/** Socket.IO's `auth`. */
export function greeting(roomId: string): object {
  return { roomId, version: PROTOCOL_VERSION };
}

/** What the relay calls its two events. */
export const RELAYED = { shared: 'relayed', own: 'echoed' } as const;

/** How many characters of a packet say what it is. */
export const START = 40;
const PATCH = /^42\["patch",\{"n":\d+,"(view|mine)"/;

/** `start` is the packet's beginning, `START` characters or all of it. What changes for an audience is told before a person's own. */
export function frameKind(start: string): FrameKind {
  const [, part] = PATCH.exec(start) ?? [];
  if (part === 'view' || start.startsWith('42["relayed"')) return 'shared';
  if (part === 'mine' || start.startsWith('42["echoed"')) return 'own';
  if (start.startsWith('42["full"')) return 'whole';
  return 'background';
}

/** What does not follow from a command: left out when encodings are counted for each event. */
export const NOT_OF_COMMANDS: readonly string[] = ['whole view', 'whole mine', 'presence', 'head', 'out'];
