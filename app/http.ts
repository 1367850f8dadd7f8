import type { RejectionCode } from '@/server/protocol/rejections';
import { UNREACHED } from './unreached';

export type Answer<T> = { ok: true; value: T } | { ok: false; code: RejectionCode; message: string };

/** Sends JSON to one of our own route handlers; a lost connection is an answer, too. */
export async function post<T>(
  path: string,
  body: unknown,
  method: 'POST' | 'DELETE' = 'POST',
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, code: 'unavailable', message: UNREACHED };
  }
}
