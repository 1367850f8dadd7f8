import { beforeAll, expect, test } from 'vitest';
import { build } from '../cli/build';
import { ROOT } from '../cli/bundle';
import { ensurePrograms, NEEDS } from '../cli/ensure-programs';
import { simulate } from '../simulate/simulation';
import { findNode, NODE_MAJORS, NODE_VERSIONS, type NodeMajor } from '../testing/node-versions';
import { startProgram } from '../testing/program';
import { tempFolder } from '../testing/temp-folder';

beforeAll(async () => {
  expect(await ensurePrograms([NEEDS.nodes])).toEqual([]);
  expect(await build({ evenIfFresh: false })).toBe(0);
}, 600_000);

async function plays(major: NodeMajor) {
  const node = findNode(major) ?? 'none';
  const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: tempFolder() };
  const asked = startProgram(node, ['--print', 'process.versions.node'], {}, ROOT);
  const version = (await asked.ended).stdout.trim();
  const program = startProgram(node, ['--enable-source-maps', 'dist/server.mjs'], env, ROOT);
  const [, url = ''] = await program.says(/Hotseat is ready\. Open (http:\/\/localhost:\d+)\n/);
  const { findings } = await simulate({ url, rooms: 1, panelists: 1, seed: major });
  program.kill('SIGTERM');
  const { code, stderr } = await program.ended;
  // Node's own words on what is deprecated or experimental there.
  return { version, findings: Object.values(findings).flat(), code, warns: /Warning/.test(stderr) };
}

test('a round is played on Node 22, 24 and 26, and each server ends cleanly', async () => {
  const played = await Promise.all(NODE_MAJORS.map(plays));
  expect(played).toEqual(
    NODE_MAJORS.map((major) => ({ version: NODE_VERSIONS[major], findings: [], code: 0, warns: false })),
  );
}, 300_000);
