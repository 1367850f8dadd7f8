import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hotseat-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `[file, specifier]`: imports that the rule of their folder forbids. */
const BREACHES = [
  ['server/protocol/a.ts', '../room/core/state'],
  ['server/protocol/b.ts', 'node:fs'],
  ['server/protocol/c.ts', 'kysely'],
  ['server/protocol/words.ts', 'zod'],
  ['server/protocol/rejections.ts', './words'],
  ['server/protocol/outline-of.ts', './outline'],
  ['server/protocol/patch.ts', 'zod'],
  ['server/protocol/replica.ts', './wire'],
  ['server/room/a.ts', '../runtime/ports'],
  ['server/room/b.ts', 'node:crypto'],
  ['server/room/c.ts', 'zod'],
  ['server/room/d.ts', '@/server/store/open'],
  ['server/room/e.ts', './core/decide'],
  ['server/room/f.ts', './core/evolve'],
  ['server/room/g.ts', './core/views'],
  ['server/room/h.ts', './core/mine'],
  ['server/room/i.ts', './core/frames'],
  ['server/room/core/a.ts', '../../store/open'],
  ['server/room/core/b.ts', './views'],
  ['server/room/core/c.ts', './frames'],
  ['server/room/core/views.ts', './evolve'],
  ['server/room/core/mine.ts', 'zod'],
  ['server/room/core/frames.ts', '../../store/open'],
  ['server/room/rotation/a.ts', '../asking'],
  ['server/room/rotation/b.ts', '../../runtime/ports'],
  ['server/room/planning/a.ts', '../core/decide'],
  ['server/room/rules.ts', '../protocol/words'],
  ['server/runtime/a.ts', '../store/open'],
  ['server/runtime/b.ts', 'kysely'],
  ['server/runtime/c.ts', '../log'],
  ['server/store/a.ts', '../transport/attach'],
  ['server/store/b.ts', '../index'],
  ['server/store/c.ts', '@/server/review/history'],
  ['server/transport/a.ts', '../store/open'],
  ['server/transport/b.ts', '../doorway'],
  ['server/code/a.ts', '../transport/attach'],
  ['server/metrics/a.ts', '../transport/attach'],
  ['server/packs/a.ts', '../identity/people'],
  ['server/review/a.ts', '../store/open'],
  ['server/review/b.ts', '../config'],
  ['server/identity/a.ts', '../store/open'],
  ['server/process/a.ts', '../store/open'],
  ['server/doorway.ts', './store/open'],
  ['server/cli/a.ts', '../index'],
  ['server/live.ts', './index'],
  ['server/transport/d.ts', '@/app/live/replica'],
  ['server/testing/b.ts', '../../app/live/replica'],
  ['e2e/a.ts', '../server/index'],
  ['app/a.ts', '@/server/protocol/views'],
  ['app/b.tsx', '@/server/store/open'],
  ['app/c.ts', '../server/room/core/state'],
  ['app/d.ts', 'zod'],
  ['app/e.ts', '@/server/runtime/room-commands'],
  ['app/f.ts', '@/server/identity/people'],
  ['app/api/g/route.ts', '@/server/review/history'],
  ['app/api/h/route.ts', '@/server/runtime/room-commands'],
] as const;

const FINE = [
  ['server/protocol/y.ts', 'zod'],
  ['server/protocol/z.ts', './words'],
  ['server/room/y.ts', '../protocol/words'],
  ['server/room/x.ts', './core/state'],
  ['server/room/w.ts', './rotation/plan'],
  ['server/room/core/x.ts', './remembered'],
  ['server/room/core/y.ts', '../asking'],
  ['server/room/core/z.ts', '../../protocol/words'],
  ['server/room/rotation/y.ts', '../core/state'],
  ['server/room/planning/y.ts', '../../protocol/words'],
  ['server/runtime/y.ts', '../room/core/state'],
  ['server/runtime/z.ts', '../protocol/words'],
  ['server/store/y.ts', '../runtime/ports'],
  ['server/store/z.ts', 'kysely'],
  ['server/store/z.test.ts', '../testing/postgres'],
  ['server/transport/y.ts', '../room/core/views'],
  ['server/transport/z.ts', '../log'],
  ['server/cli/y.ts', '../live'],
  ['server/testing/simulation/y.ts', '../../../app/live/room-client'],
  ['app/x.ts', '@/server/room/rules'],
  ['app/v.ts', '@/server/protocol/replica'],
  ['app/y.ts', '@/server/protocol/words'],
  ['app/w.ts', '@/server/protocol/outline-of'],
  ['app/z.tsx', '@/server/doorway'],
  ['app/api/y/route.ts', '@/server/protocol/commands'],
] as const;

const MORE_BREACHES = {
  'server/store/dynamic.ts': "export const load = () => import('../transport/attach');",
  'server/store/again.ts': "export { attach } from '../transport/attach';",
  'server/room/core/type.ts': "import type { Db } from '../../store/open';\nexport type Own = Db;",
  'server/room/type.ts': "import type { Db } from '../store/open';\nexport type Own = Db;",
  'app/room-type.ts':
    "import type { RoomState } from '@/server/room/core/state';\nexport type Own = RoomState;",
  'app/type.ts': "import type { People } from '@/server/identity/people';\nexport type Own = People;",
  'server/room/floating.ts': 'const later = async () => 1;\nexport function go() { later(); }',
  'server/room/deciders.ts': "import { commands } from './asking';\nexport const own = commands;",
  'server/room/evolvers.ts': "import { evolvers as others } from './asking';\nexport const own = others;",
  'server/review/open.ts':
    "export function name(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 2; }",
  'server/review/misused.ts': 'export const go = (all: number[]) => all.forEach(async (one) => one);',
} as const;
const MORE_FINE = {
  'server/room/helper.ts': "import { closeLive } from './asking';\nexport const own = closeLive;",
  'server/room/core/tables.ts': "import { commands } from '../asking';\nexport const own = commands;",
  'app/view.ts': "import type { View } from '@/server/protocol/views';\nexport type Own = View;",
  'app/rooms.ts': "import type { Rooms } from '@/server/runtime/rooms';\nexport type Own = Rooms;",
} as const;

/** The planted files in which the linter finds something with the project's own settings. */
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
