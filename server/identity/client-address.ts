import type { IncomingMessage } from 'node:http';

const HEADER = 'x-hotseat-address';

/**
 * Writes the client's address into a header of the request, over whatever the client wrote there. Call it on every request
 * before Next gets it, since Next's route handlers cannot see the socket. `proxies` counts the reverse proxies in front
 * of this process; with 0 it trusts no forwarding header.
 */
export function stampAddress(request: IncomingMessage, proxies: number): void {
  request.headers[HEADER] = forwardedAddress(request, proxies) ?? request.socket.remoteAddress ?? '';
}

/** The entry that our outermost proxy added; entries to its left come from the client. */
function forwardedAddress(request: IncomingMessage, proxies: number): string | undefined {
  if (proxies === 0) return undefined;
  const entries = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return entries
    .map((entry) => entry.trim())
    .filter(Boolean)
    .at(-proxies);
}

/** The address from `stampAddress`; empty if unknown. */
export function addressOf(headers: { get(name: string): string | null }): string {
  return headers.get(HEADER) ?? '';
}
