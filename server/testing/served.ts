import { ROOT } from '../cli/bundle';
import { type Program, startProgram } from './program';

/** The built server as a program of its own, and what a person's browser does with it. */
export interface Running {
  url: string;
  program: Program;
}

export async function serve(
  command: string,
  args: string[],
  env: Record<string, string>,
  atTheEnd?: (end: () => void) => void,
): Promise<Running> {
  const program = startProgram(command, args, { HOST: '127.0.0.1', PORT: '0', ...env }, ROOT, atTheEnd);
  const [, url = ''] = await program.says(/Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/);
  return { url, program };
}

export const server = (env: Record<string, string>, atTheEnd?: (end: () => void) => void) =>
  serve(process.execPath, ['dist/server.mjs'], env, atTheEnd);

/** The exit code, which is 0 if everything ended in time. */
export async function stopped({ program }: Running, stop: () => void): Promise<number | null> {
  stop();
  return (await program.ended).code;
}

/** What next-auth's script does: the answer's status, cookies and the address that it goes on to. */
export async function asksAsGuest(url: string, name = 'Ada'): Promise<Response> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await asked.json();
  return fetch(`${url}/api/auth/callback/guest`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, name, json: 'true', callbackUrl: url }),
  });
}

export async function entersAsGuest(url: string, name?: string): Promise<string> {
  return cookiesOf(await asksAsGuest(url, name));
}

const cookiesOf = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
