import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program on this machine, or null. It searches `folders` after PATH. */
export function findProgram(name: string, folders: readonly string[] = []): string | null {
  const path = process.env.PATH?.split(delimiter) ?? [];
  return [...path, ...folders].map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** The server of the newest PostgreSQL. Debian keeps its programs outside PATH, or links only some of them. */
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

/** A Ruby with the libraries that the packs' references need. */
export function findRuby(): string | null {
  const program = findProgram('ruby');
  const asked = ['-ractive_record', '-rpg', '-rredis', '-rmarcel', '-e', ''];
  return program && spawnSync(program, asked).status === 0 ? program : null;
}
