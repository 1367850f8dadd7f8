import { type Answer, sendBody } from '@/app/http';

/** Sends Markdown unchanged to one of our own route handlers; a lost connection is an answer too. */
export function sendSource<T>(
  path: string,
  source: string,
  how: { method?: 'POST' | 'PUT'; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  return sendBody(path, source, 'text/markdown; charset=utf-8', how);
}
