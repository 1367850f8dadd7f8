import type { RejectionCode } from '@/server/protocol/rejections';
import { UNREACHED } from './unreached';

export type Answer<T> = { ok: true; value: T } | { ok: false; code: RejectionCode; message: string };

/** Sends JSON to one of our own route handlers; a lost connection is an answer, too. */
export async function post<T>(
  path: string,
  body: unknown,
  method: 'POST' | 'DELETE' = 'POST',
): Promise<Answer<T>> {
  return ask(method, path, body);
}

/** Asks one of our own route handlers; with a body, as JSON. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? undefined : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { ok: false, code: 'unavailable', message: UNREACHED };
  }
}
