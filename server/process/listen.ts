import { once } from 'node:events';
import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';

export type ListenResult = { ok: true; port: number } | { ok: false; problem: string };

/** Connections that may wait to be accepted, since everybody connects at once when a server is back. The system may allow fewer. */
const BACKLOG = 4_096;

/**
 * For how long (ms) an idle connection stays open: longer than balancers keep theirs (Caddy two minutes, others one), or one of
 * them would send a request just as it is closed here.
 */
const IDLE_MS = 130_000;

export function keepConnections(server: Server): void {
  server.keepAliveTimeout = IDLE_MS;
}

/** Listens on the port; a problem is one sentence that says what to do. */
export async function listen(server: Server, host: string, port: number): Promise<ListenResult> {
  try {
    server.listen({ port, host, backlog: BACKLOG });
    await once(server, 'listening');
  } catch (error) {
    return { ok: false, problem: problemOf(error, host, port) };
  }
  const address = server.address();
  return { ok: true, port: address && typeof address === 'object' ? address.port : port };
}

function problemOf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop that one, or choose another port, as in PORT=${(port % 65_535) + 1}.`;
    case 'EACCES':
      return `Port ${port} may not be taken by this user. Choose one above 1023, as in PORT=3000.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is no address of this machine. Write HOST=127.0.0.1, or HOST=0.0.0.0 for all of them.`;
    default:
      return `It cannot listen on ${host} port ${port}: ${error instanceof Error ? error.message : String(error)}. Correct HOST or PORT.`;
  }
}

/** The addresses at which other devices of the network reach a server that listens on all of this machine's. */
export function networkUrls(host: string, port: number, interfaces = networkInterfaces()): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

/** The host of a request: a name or an address, perhaps with a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Where links for others lead. Without PUBLIC_URL this is where the person who asks has opened the server, since nobody else
 * reaches its `localhost`.
 */
export function openedAt(
  asked: string | null,
  { configured, local }: { configured: string | null; local: string },
): string {
  return configured ?? (asked !== null && HOST.test(asked) ? `http://${asked.toLowerCase()}` : local);
}

/** The address at which people on this machine open the server, unless PUBLIC_URL is set. */
export function localUrl(host: string, port: number): string {
  const name = /^(127\.0\.0\.1|0\.0\.0\.0|::1?|localhost)$/.test(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
