import type { Answer } from '@/app/http';

const UNREACHED =
  'The server could not be reached. Your text is safe here: check your connection and try again.';

/** Sends Markdown unchanged to one of our own route handlers; a lost connection is an answer too. */
export async function sendSource<T>(
  path: string,
  source: string,
  { method = 'POST', signal }: { method?: 'POST' | 'PUT'; signal?: AbortSignal } = {},
): Promise<Answer<T>> {
  try {
    const headers = { 'content-type': 'text/markdown; charset=utf-8' };
    const response = await fetch(path, { method, headers, body: source, signal });
    return await response.json();
  } catch {
    return { ok: false, code: 'unavailable', message: UNREACHED };
  }
}
