import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';

interface Encoded {
  etag: string;
  bodies: Record<Encoding, () => Promise<Uint8Array<ArrayBuffer>>>;
}

const encoded = new WeakMap<object, Encoded>();

/** Seconds that a browser keeps it without asking: longer than an interview, shorter than somebody's interest in it. */
const KEPT = 86_400;

/**
 * JSON that never changes at its address, compressed once for as long as the value lives. Only this person's browser
 * keeps it (by their cookie), and gets a 304 if it has it. The encoding is in a header of ours: see
 * `server/process/front.ts`.
 */
export async function lastingJson(request: Request, value: object): Promise<Response> {
  const { etag, bodies } = encoded.get(value) ?? encode(value);
  const headers = {
    etag,
    'cache-control': `private, max-age=${KEPT}, immutable`,
    vary: 'Accept-Encoding, Cookie',
  };
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const body = await bodies[encoding]();
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      ...(encoding === 'identity' ? {} : { 'x-encoded-as': encoding }),
    },
  });
}

function encode(value: object): Encoded {
  const json = Buffer.from(JSON.stringify(value));
  const made: Encoded = {
    // Weak: the bytes differ with the encoding.
    etag: `W/"${createHash('sha256').update(json).digest('base64url')}"`,
    bodies: {
      br: once(() => promisify(brotliCompress)(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
      gzip: once(() => promisify(gzip)(json)),
      identity: once(async () => json),
    },
  };
  encoded.set(value, made);
  return made;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** `If-None-Match`, compared weakly (RFC 9110, 8.8.3.2). */
function holds(header: string | null, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header?.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag)) ?? false;
}

/** The smallest encoding that the browser accepts. */
function encodingFor(header: string | null): Encoding {
  const taken = (header ?? '').split(',').flatMap((part) => {
    const [name = '', weight = ''] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return /^q=0(?:\.0*)?$/.test(weight) ? [] : [name];
  });
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : 'identity';
}
