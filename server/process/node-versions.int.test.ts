import { beforeAll, expect, test } from 'vitest';
import { build } from '../cli/build';
import { ROOT } from '../cli/bundle';
import { ensurePrograms, NEEDS } from '../cli/ensure-programs';
import { simulate } from '../simulate/simulation';
import { findNode, NODE_MAJORS, NODE_VERSIONS } from '../testing/node-versions';
import { startProgram } from '../testing/program';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await ensurePrograms([NEEDS.nodes])).toEqual([]);
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 600_000);

test.each(NODE_MAJORS)(
  'a round is played on Node %i, and its server ends cleanly',
  async (major) => {
    const node = findNode(major) ?? 'none';
    const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: tempFolder() };
    const asked = startProgram(node, ['--print', 'process.versions.node'], {}, ROOT);
    expect((await asked.ended).stdout.trim()).toBe(NODE_VERSIONS[major]);
    const program = startProgram(node, ['--enable-source-maps', 'dist/server.mjs'], env, ROOT);
    const [, url = ''] = await program.says(/Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/);
    const { report, findings } = await simulate({ url, rooms: 1, panelists: 1, seed: major });
    expect(report.acknowledged).toBe(report.commands);
    expect(Object.values(findings).flat()).toEqual([]);
    program.kill('SIGTERM');
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    // Nothing of ours is deprecated or experimental there.
    expect(stderr).not.toMatch(/Warning/);
  },
  120_000,
);
