import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { hashRoomCode, hashSources } from './sources';

test('a build is made again if its sources change, and only then', () => {
  const root = tempFolder();
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
    return hashSources(root);
  };
  const first = write('server/deep/a.ts', '1');
  expect(write('server/deep/a.ts', '1')).toBe(first);
  expect(write('server/deep/a.test.ts', '1')).toBe(first);
  expect(write('data/hotseat.sqlite', '1')).toBe(first);
  const changed = [
    'server/deep/a.ts',
    'app/page.tsx',
    'package-lock.json',
    'next.config.mjs',
    'public/a.svg',
  ];
  const hashes = changed.map((file) => write(file, '2'));
  expect(new Set([first, ...hashes]).size).toBe(changed.length + 1);
});

test('a snapshot fits until the code that makes states of events changes', () => {
  const root = tempFolder();
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
    return hashRoomCode(root);
  };
  const first = write('server/room/notes.ts', '1');
  for (const other of [
    'server/room/notes.test.ts',
    'server/room/SPEC.md',
    'server/transport/a.ts',
    'app/page.tsx',
  ])
    expect(write(other, '1')).toBe(first);
  const changed = ['server/room/notes.ts', 'server/room/core/upcast.ts', 'server/protocol/words.ts'];
  expect(new Set([first, ...changed.map((file) => write(file, '2'))]).size).toBe(4);
});
