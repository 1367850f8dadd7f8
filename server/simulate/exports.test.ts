import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../testing/seeded-random';
import { auditExports } from './exports';
import { SimulatedPerson } from './simulated-person';
import type { PlayedRoom } from './simulated-room';

/** A server that gives everybody this status. */
async function serving(status: number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end('nothing'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const played: PlayedRoom = {
  format: 'led',
  roomId: 'rm_played000000',
  roundIds: ['r1'],
  people: [],
  closedTo: [],
  code: { edits: 0, diverged: [], planted: 0 },
  hasExercises: true,
};

test('each form that an outsider does not get is counted as refused, which is the key of the report', async () => {
  const outsider = new SimulatedPerson(await serving(404), 'olga', seededRandom(1));
  const { differences, ...counts } = await auditExports(played, [outsider]);
  expect(differences).toEqual([]);
  expect(JSON.stringify(counts)).toBe('{"made":0,"readBack":0,"refused":3}');
});

test('a file that an outsider gets is a difference', async () => {
  const outsider = new SimulatedPerson(await serving(200), 'olga', seededRandom(1));
  const { differences, refused } = await auditExports(played, [outsider]);
  expect([differences.length, refused]).toEqual([3, 0]);
});

test('the candidate of a round that was closed in private is an outsider, too', async () => {
  const candidate = new SimulatedPerson(await serving(404), 'carl', seededRandom(1));
  const closed = { ...played, people: [candidate], closedTo: [candidate] };
  expect(await auditExports(closed, [])).toEqual({ made: 0, readBack: 0, refused: 3, differences: [] });
});
