import type { IncomingMessage } from 'node:http';
import { isOwnOrigin } from '../protocol/own-origin';
import { type ConnectionRejectionCode, handshake } from '../protocol/wire';
import { PROTOCOL_VERSION } from '../protocol/words';
import { memberByPrincipal, type RoomState } from '../room/core/state';
import { idsOf, type Session } from '../runtime/principal';
import type { SocketData } from './connections';

export interface HandshakePorts {
  /** The sign-in session in a cookie header. */
  session(cookieHeader: string | null): Promise<Session | null>;
  mayConnect(principalId: string): Promise<boolean>;
  state(roomId: string): Promise<RoomState | null>;
}

/** Reaches the client as `connect_error` with `data.code`. */
export class ConnectionRejection extends Error {
  override name = 'ConnectionRejection';
  readonly data: { code: ConnectionRejectionCode };

  constructor(code: ConnectionRejectionCode) {
    super(code);
    this.data = { code };
  }
}

/** Who connects, and to which room; throws a `ConnectionRejection`. Permission is checked at every command. */
export async function readHandshake(
  ports: HandshakePorts,
  auth: unknown,
  cookieHeader: string | undefined,
): Promise<SocketData> {
  const parsed = handshake.safeParse(auth);
  if (!parsed.success) throw new ConnectionRejection('bad-handshake');
  if (parsed.data.version !== PROTOCOL_VERSION) throw new ConnectionRejection('outdated');
  const session = await ports.session(cookieHeader ?? null);
  if (!session) throw new ConnectionRejection('signed-out');
  if (!(await ports.mayConnect(session.principal.id))) throw new ConnectionRejection('unavailable');
  const state = await ports.state(parsed.data.roomId);
  const member = state && memberByPrincipal(state, idsOf(session.principal));
  if (member?.status === 'removed') throw new ConnectionRejection('removed');
  if (!member || (member.status !== 'in' && member.status !== 'waiting'))
    throw new ConnectionRejection('not-a-member');
  return {
    roomId: parsed.data.roomId,
    memberId: member.memberId,
    session,
    shown: null,
    sent: 0,
    told: 0,
  };
}

/** Browsers send the page's origin with a WebSocket, and only our own pages may open one. Programs send none. */
export function mayUpgrade({ headers }: IncomingMessage, publicUrl: string): boolean {
  return headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, publicUrl);
}
