import type { RejectionCode } from '@/server/protocol/rejections';
import { UNREACHED } from './unreached';

export type Answer<T> = { ok: true; value: T } | { ok: false; code: RejectionCode; message: string };

/** Sends JSON to one of our own route handlers; a lost connection also gives an answer. */
export async function post<T>(
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' | 'DELETE' = 'POST',
): Promise<Answer<T>> {
  return send(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Sends a text or file of the given media type, unchanged, to one of our own route handlers. */
export async function sendBody<T>(
  path: string,
  body: string | File,
  type: string,
  { method = 'POST', signal }: { method?: 'POST' | 'PUT'; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  return send(path, { method, headers: { 'content-type': type }, body, signal });
}

/** Sends a request without a body to one of our own route handlers. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  return send(path, { method, signal });
}

async function send<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, request);
    return await response.json();
  } catch {
    return { ok: false, code: 'unavailable', message: UNREACHED };
  }
}
