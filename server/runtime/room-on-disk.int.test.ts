import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { person, startLiveServer } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

const PACK = testPack({ groups: 10, questionsPerGroup: 20, exercises: 5 });

/** Bytes of the closed record after this many people opened this many rooms. */
async function bytesOf(rooms: number): Promise<number> {
  const dataDir = tempFolder();
  const server = await startLiveServer({ dataDir, pack: PACK });
  const setup = { packId: PACK.id, ...testSettings('led') };
  for (let no = 0; no < rooms; no += 1) {
    const opened = await server.rooms.open(person(`host${no}`), setup);
    if (!opened.ok) throw new Error(opened.message);
  }
  await server.close();
  return statSync(join(dataDir, 'hotseat.sqlite')).size;
}

test('a new room takes at most 4 KB of disk, even with a large pack', async () => {
  expect(JSON.stringify(PACK).length).toBeGreaterThan(100_000);
  const [few, many] = [await bytesOf(10), await bytesOf(210)];
  const bytes = (many - few) / 200;
  expect(bytes).toBeLessThanOrEqual(4_096);
  expect(bytes).toBeGreaterThan(0);
});
