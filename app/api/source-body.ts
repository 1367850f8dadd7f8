import { PACK_LIMITS } from '@/server/protocol/pack';

/** A request's Markdown, byte for byte, with its BOM. Null when it is larger than a pack may be. */
export function sourceOf(request: Request): Promise<string | null> {
  return bodyWithin(request, PACK_LIMITS.bytes);
}

/** A request's body as text; null when it is larger than this many bytes. */
export async function bodyWithin(request: Request, most: number): Promise<string | null> {
  const bytes = await bytesWithin(request, most);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * A request's body, or null as soon as it is larger than this many bytes, whatever its header says. Also null when the
 * sender hangs up in the middle.
 */
export async function bytesWithin(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length')) > most) return null;
  const reader = request.body?.getReader();
  const next = () => reader?.read().catch(() => null);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await next(); part !== undefined && !part?.done; part = await next()) {
    if (part === null) return null;
    bytes += part.value.byteLength;
    if (bytes > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
