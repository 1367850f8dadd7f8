import type { ServerResponse } from 'node:http';

export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(body));
}

/** `Retry-After` makes programs try again, and `Refresh` browsers; both in seconds. */
export function answerStarting(response: ServerResponse): void {
  response.statusCode = 503;
  response.setHeader('retry-after', '1');
  response.setHeader('refresh', '1');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end('Hotseat is starting. Try again in a moment.\n');
}
