import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';

export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Whether `next build` has run for production. */
export function isBuilt(root: string): boolean {
  return existsSync(join(root, '.next', 'BUILD_ID'));
}

/** Next in this process: from `.next` in production, and compiling `app/` on demand in development. */
export async function openPages(options: {
  root: string;
  dev: boolean;
  server: Server;
  host: string;
  port: number;
}): Promise<Pages> {
  // Next reads this when it is loaded, so it is loaded here and not at the top.
  Reflect.set(process.env, 'NODE_ENV', options.dev ? 'development' : 'production');
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { default: next } = await import('next');
  const app = next({
    dev: options.dev,
    dir: options.root,
    httpServer: options.server,
    hostname: options.host,
    port: options.port,
    quiet: true,
  });
  await app.prepare();
  return { handle: app.getRequestHandler() };
}
