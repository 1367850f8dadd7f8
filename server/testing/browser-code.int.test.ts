import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

function clientFiles(): string[] {
  return readdirSync(join(ROOT, 'app'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /^(['"])use client\1/.test(readFileSync(file, 'utf8')));
}

/** The browser's code after bundling these files: our files, and the names of packages. */
async function reachOf(entryPoints: string[]): Promise<{ own: string[]; packages: string[] }> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    packages: 'external',
    alias: { '@/app': join(ROOT, 'app'), '@/server': join(ROOT, 'server') },
    loader: { '.css': 'empty', '.woff2': 'empty' },
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return {
    own: Object.keys(metafile.inputs),
    packages: imports.filter(({ external }) => external).map(({ path }) => path),
  };
}

test('the browser gets no server code except twelve files of the protocol and one of the core, and no zod', async () => {
  const files = clientFiles();
  expect(files.length).toBeGreaterThan(0);
  const { own, packages } = await reachOf(files.map((file) => relative(ROOT, file)));
  const fromServer = own.filter((file) => file.startsWith('server/')).sort();
  const ofProtocol = [
    'agreement-words',
    'engines',
    'in-order',
    'mark-words',
    'patch',
    'rejections',
    'replica',
    'words',
    'outline-of',
    'pasted',
    'places',
    'namesakes',
    'shown-name',
  ];
  const allowed = [...ofProtocol.map((name) => `server/protocol/${name}.ts`), 'server/room/rules.ts'];
  expect(fromServer.filter((file) => !allowed.includes(file))).toEqual([]);
  expect(packages.filter((name) => name === 'zod' || name.startsWith('node:'))).toEqual([]);
});

test('the check above sees indirect imports of a page’s code', async () => {
  const { own, packages } = await reachOf(['server/protocol/wire.ts', 'server/store/open.ts']);
  expect(own).toContain('server/store/folder-lock.ts');
  expect(packages).toContain('zod');
  expect(packages).toContain('node:fs');
});
