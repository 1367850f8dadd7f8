import { PROTOCOL_VERSION } from '../../server/protocol/words';

/**
 * Everything that the load clients know about the protocol's frames; it changes with the wire. They distinguish frames by
 * their first bytes, since parsing each would make the load heavier than the server.
 */
export type FrameKind =
  /** A person's whole view. */
  | 'whole'
  /** A change for everybody in an audience. */
  | 'shared'
  /** A change of a person's own part. */
  | 'own'
  /** A person's letter in a text. */
  | 'typed'
  /** Presence, and the heartbeats, which arrive at their own times. */
  | 'background';

/** Socket.IO's `auth`. */
export function greeting(roomId: string): object {
  return { roomId, version: PROTOCOL_VERSION };
}

/** The names of the relay's two events. */
export const RELAYED = { shared: 'relayed', own: 'echoed' } as const;

/** The number of characters that identify a packet. */
export const START = 40;
const PATCH = /^42\["patch",\{"n":\d+,"(view|mine)"/;

/** `start` is the packet's beginning, `START` characters or all of it. A change for an audience is sent before a person's own. */
export function frameKind(start: string): FrameKind {
  const [, part] = PATCH.exec(start) ?? [];
  if (part === 'view' || start.startsWith('42["relayed"')) return 'shared';
  if (part === 'mine' || start.startsWith('42["echoed"')) return 'own';
  if (start.startsWith('42["full"')) return 'whole';
  return 'background';
}

/** Frames that do not follow from a command; they are left out of the encodings per event. */
export const NOT_OF_COMMANDS: readonly string[] = ['whole view', 'whole mine', 'presence', 'head', 'out'];
