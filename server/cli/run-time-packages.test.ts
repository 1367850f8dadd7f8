import { expect, test } from 'vitest';
import { importedBy, onlyWith } from './run-time-packages';

const locked = (version: string, dependencies: Record<string, string> = {}) => ({ version, dependencies });
const lock = {
  lockfileVersion: 3,
  packages: {
    'node_modules/a': locked('1.0.0', { b: '^1.0.0', c: '*' }),
    'node_modules/a/node_modules/b': locked('1.5.0', { c: '*' }),
    'node_modules/b': locked('2.0.0'),
    'node_modules/c': {
      ...locked('3.0.0'),
      dev: true,
      peerDependencies: { d: '*', e: '*' },
      peerDependenciesMeta: { e: { optional: true } },
    },
    'node_modules/d': locked('4.0.0'),
    'node_modules/e': locked('5.0.0'),
    'node_modules/f': locked('6.0.0'),
  },
};

test('the image gets what the bundles import and all that this needs, in the versions of the lock, and nothing else', () => {
  const { manifest, lock: made } = onlyWith(['a'], lock);
  expect(manifest.dependencies).toEqual({ a: '1.0.0' });
  expect(Object.keys(made.packages)).toEqual([
    '',
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
    'node_modules/d',
  ]);
  // Needed by the server, whatever else needed it only for building.
  expect(made.packages['node_modules/c']).not.toHaveProperty('dev');
});

test('an import that package.json does not name stops the build', () => {
  expect(() => onlyWith(['g'], lock)).toThrow('the bundle imports g, which package.json does not name');
});

test('packages are told from what Node has, and from parts of the bundle', () => {
  const imports = ['node:fs', 'path', 'kysely', 'next-auth/jwt', '@scope/one/deep'].map((path) => ({
    path,
    kind: 'import-statement' as const,
    external: true,
  }));
  const outputs = { 'dist/server.mjs': { imports, bytes: 1, inputs: {}, exports: [] } };
  expect(importedBy({ inputs: {}, outputs })).toEqual(
    expect.arrayContaining(['kysely', 'next-auth', '@scope/one']),
  );
  expect(importedBy({ inputs: {}, outputs })).not.toContain('path');
});
