import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import type { KeysOf } from './signing';

/** Where every Hotseat publishes its keys. */
export const KEYS_PATH = '/.well-known/hotseat-keys.json';

/** The time (ms) for another server's answer, and its largest size (bytes). */
const PATIENCE_MS = 3_000;
const MOST_BYTES = 65_536;

const keySet = z.object({ keys: z.array(z.object({ kid: z.string().max(200) })).max(1_000) });

/** Addresses of this machine and of the networks behind it (RFC 6890): a file must not make a server call there. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const version = isIP(mapped);
  return version !== 0 && !PRIVATE.check(mapped, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Asks a server for its keys. `anywhere` is for a person's own machine. A server only asks public addresses over https,
 * because the file's author chose the address. It follows no redirect.
 */
export function askIssuer(options: { anywhere: boolean }): KeysOf {
  return async (issuer) => {
    const url = URL.canParse(issuer) ? new URL(issuer) : null;
    if (!url || url.origin !== issuer) return null;
    if (url.protocol !== 'https:' && !(options.anywhere && url.protocol === 'http:')) return null;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!options.anywhere && isIP(host) !== 0 && !isPublicAddress(host)) return null;
    const text = await fetchText(new URL(KEYS_PATH, url), options.anywhere);
    const read = keySet.safeParse(text === null ? null : jsonOf(text));
    return read.success ? new Set(read.data.keys.map(({ kid }) => kid)) : null;
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Looks the name up once, and calls the address it found. */
function fetchText(url: URL, anywhere: boolean): Promise<string | null> {
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? requestTls : requestPlain;
    const asked = request(
      url,
      {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(PATIENCE_MS),
        lookup: (hostname, options, done) =>
          lookup(hostname, { ...options, all: true }, (error, found) => {
            const allowed = (found ?? []).filter(({ address }) => anywhere || isPublicAddress(address));
            const [first] = allowed;
            if (error || !first) done(error ?? new Error('a private address'), [], 0);
            else if (options.all) done(null, allowed);
            else done(null, first.address, first.family);
          }),
      },
      (response) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.byteLength;
          if (bytes > MOST_BYTES) response.destroy();
          else parts.push(part);
        });
        response.on('end', () =>
          resolve(response.statusCode === 200 ? Buffer.concat(parts).toString('utf8') : null),
        );
        response.on('close', () => resolve(null));
      },
    );
    asked.on('error', () => resolve(null));
    asked.end();
  });
}
