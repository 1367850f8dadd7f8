import type { IncomingMessage } from 'node:http';

const HEADER = 'x-hotseat-address';

/**
 * Notes on the request where it came from, over whatever a client wrote there. Call it on every request before Next
 * gets it, since Next's route handlers cannot see the socket. `proxies` counts the reverse proxies in front of
 * this process: 0 believes no forwarding header at all.
 */
export function stampAddress(request: IncomingMessage, proxies: number): void {
  request.headers[HEADER] = forwardedAddress(request, proxies) ?? request.socket.remoteAddress ?? '';
}

/** The entry that our outermost proxy added; those left of it are the client's own words. */
function forwardedAddress(request: IncomingMessage, proxies: number): string | undefined {
  if (proxies === 0) return undefined;
  const entries = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return entries
    .map((entry) => entry.trim())
    .filter(Boolean)
    .at(-proxies);
}

/** The address that `stampAddress` noted; empty when it is unknown. */
export function addressOf(headers: { get(name: string): string | null }): string {
  return headers.get(HEADER) ?? '';
}
