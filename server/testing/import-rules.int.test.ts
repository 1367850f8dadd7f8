import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hotseat-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `[file, specifier]`: one import each, which the rule of its folder forbids. */
const BREACHES = [
  ['server/protocol/a.ts', '../room/state'],
  ['server/protocol/b.ts', 'node:fs'],
  ['server/protocol/c.ts', 'kysely'],
  ['server/protocol/words.ts', 'zod'],
  ['server/protocol/rejections.ts', './words'],
  ['server/protocol/patch.ts', 'zod'],
  ['server/protocol/replica.ts', './wire'],
  ['server/room/a.ts', '../runtime/ports'],
  ['server/room/b.ts', 'node:crypto'],
  ['server/room/c.ts', 'zod'],
  ['server/room/d.ts', '@/server/store/open'],
  ['server/room/item-load.ts', '../protocol/words'],
  ['server/runtime/a.ts', '../store/open'],
  ['server/runtime/b.ts', 'kysely'],
  ['server/runtime/c.ts', '../log'],
  ['server/store/a.ts', '../transport/attach'],
  ['server/store/b.ts', '../index'],
  ['server/store/c.ts', '@/server/review/history'],
  ['server/transport/a.ts', '../store/open'],
  ['server/transport/b.ts', '../doorway'],
  ['server/code/a.ts', '../transport/attach'],
  ['server/packs/a.ts', '../identity/people'],
  ['server/review/a.ts', '../store/open'],
  ['server/review/b.ts', '../config'],
  ['server/identity/a.ts', '../store/open'],
  ['server/process/a.ts', '../store/open'],
  ['server/doorway.ts', './store/open'],
  ['server/cli/a.ts', '../index'],
  ['server/live.ts', './index'],
  ['app/a.ts', '@/server/protocol/views'],
  ['app/b.tsx', '@/server/store/open'],
  ['app/c.ts', '../server/room/state'],
  ['app/d.ts', 'zod'],
  ['app/e.ts', '@/server/runtime/room-runtime'],
  ['app/f.ts', '@/server/identity/people'],
  ['app/api/g/route.ts', '@/server/review/history'],
  ['app/api/h/route.ts', '@/server/runtime/room-runtime'],
] as const;

const FINE = [
  ['server/protocol/y.ts', 'zod'],
  ['server/protocol/z.ts', './words'],
  ['server/room/y.ts', '../protocol/words'],
  ['server/runtime/y.ts', '../room/state'],
  ['server/runtime/z.ts', '../protocol/words'],
  ['server/store/y.ts', '../runtime/ports'],
  ['server/store/z.ts', 'kysely'],
  ['server/store/z.test.ts', '../testing/postgres'],
  ['server/transport/y.ts', '../room/views'],
  ['server/transport/z.ts', '../log'],
  ['server/cli/y.ts', '../live'],
  ['app/x.ts', '@/server/room/item-load'],
  ['app/w.ts', '@/server/protocol/replica'],
  ['app/y.ts', '@/server/protocol/words'],
  ['app/z.tsx', '@/server/doorway'],
  ['app/api/y/route.ts', '@/server/protocol/commands'],
] as const;

const MORE_BREACHES = {
  'server/store/dynamic.ts': "export const load = () => import('../transport/attach');",
  'server/store/again.ts': "export { attach } from '../transport/attach';",
  'server/room/type.ts': "import type { Db } from '../store/open';\nexport type Own = Db;",
  'app/room-type.ts': "import type { RoomState } from '@/server/room/state';\nexport type Own = RoomState;",
  'app/type.ts': "import type { People } from '@/server/identity/people';\nexport type Own = People;",
  'server/room/floating.ts': 'const later = async () => 1;\nexport function go() { later(); }',
  'server/room/evolve-open.ts':
    "export function name(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; default: return 2; } }",
  'server/review/open.ts':
    "export function name(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 2; }",
  'server/review/misused.ts': 'export const go = (all: number[]) => all.forEach(async (one) => one);',
} as const;
const MORE_FINE = {
  'app/view.ts': "import type { View } from '@/server/protocol/views';\nexport type Own = View;",
  'app/rooms.ts': "import type { Rooms } from '@/server/runtime/rooms';\nexport type Own = Rooms;",
} as const;

/** The planted files in which the linter, with the project's own settings, finds something. */
let complaints: Set<string>;

beforeAll(async () => {
  const plant = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  for (const [file, specifier] of [...BREACHES, ...FINE])
    plant(file, `import { thing } from '${specifier}';\nexport const own = thing;`);
  for (const [file, text] of Object.entries({ ...MORE_BREACHES, ...MORE_FINE })) plant(file, text);
  copyFileSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  plant('tsconfig.json', '{ "compilerOptions": { "strict": true, "module": "esnext", "target": "es2023" } }');
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const run = promisify(execFile)(process.execPath, [oxlint, '--type-aware', '--format', 'unix'], {
    cwd: folder,
  });
  const said = await run.catch((error: { stdout: string }) => error);
  complaints = new Set(said.stdout.split('\n').flatMap((line) => /^(.+?):\d+:\d+: /.exec(line)?.[1] ?? []));
});

test.each(BREACHES)('%s must not import %s', (file) => {
  expect(complaints).toContain(file);
});
test.each(Object.keys(MORE_BREACHES))('%s is found', (file) => {
  expect(complaints).toContain(file);
});
test.each(FINE)('%s may import %s', (file) => {
  expect(complaints).not.toContain(file);
});
test.each(Object.keys(MORE_FINE))('%s is fine', (file) => {
  expect(complaints).not.toContain(file);
});
