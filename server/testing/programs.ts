import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program on this machine, or null. `folders` are looked in after PATH. */
export function findProgram(name: string, folders: readonly string[] = []): string | null {
  const path = process.env.PATH?.split(delimiter) ?? [];
  return [...path, ...folders].map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** The server of the newest PostgreSQL. Debian keeps its programs out of PATH, or links some of them there. */
export function findPostgres(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  versions.sort((a, b) => Number(b) - Number(a));
  const program = findProgram(
    'postgres',
    versions.map((version) => join(root, version, 'bin')),
  );
  return program && realpathSync(program);
}

export function findRedis(): string | null {
  return findProgram('redis-server');
}

/** Ruby that has what the references of the packs build upon. */
export function findRuby(): string | null {
  const program = findProgram('ruby');
  const asked = ['-ractive_record', '-rpg', '-rredis', '-rmarcel', '-e', ''];
  return program && spawnSync(program, asked).status === 0 ? program : null;
}
