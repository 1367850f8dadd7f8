import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The scripts of a build, by their address below it. */
export type Chunks = ReadonlyMap<string, string>;

/** `built`: the folder of the build. */
export function readChunks(built: string): Chunks {
  const folder = join(built, 'static', 'chunks');
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [`static/chunks/${name}`, readFileSync(join(folder, name), 'utf8')]));
}
