import { expect, onTestFinished } from 'vitest';
import type { Settings } from '../protocol/commands';
import type { Role } from '../protocol/words';
import { type LiveServer, type LiveServerInput, person, startLiveServer, TestClient } from './live-server';
import { recordFolder } from './record-folder';
import { testSettings } from './stories';
import { testPack } from './test-pack';

/** A live server for this test, over SQLite in a folder of its own. Texts that a candidate may never see contain `canary`. */
export async function startServer(change: Partial<LiveServerInput> = {}): Promise<LiveServer> {
  const pack = testPack({ secret: 'canary' });
  const server = await startLiveServer({ dataDir: await recordFolder(), pack, ...change });
  onTestFinished(() => server.close());
  return server;
}

/** Hana's room; its id. */
export async function openRoom(server: LiveServer, settings: Partial<Settings> = {}): Promise<string> {
  const setup = { packId: 'test-pack', ...testSettings('led'), ...settings };
  const opened = await server.rooms.open(person('hana'), setup);
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.roomId;
}

/** Joins by the link of the role, without connecting. */
export async function takesASeat(
  server: LiveServer,
  roomId: string,
  name: string,
  role: Role,
): Promise<void> {
  const links = await server.rooms.invites(person('hana'), roomId);
  const code = links.ok ? links.value.find((link) => link.role === role)?.code : null;
  const joined = await server.rooms.join(person(name), code ?? '', name);
  if (!joined.ok) throw new Error(joined.message);
}

export async function joins(
  server: LiveServer,
  roomId: string,
  name: string,
  role: Role,
): Promise<TestClient> {
  await takesASeat(server, roomId, name, role);
  return connects(server, roomId, name);
}

/** A connection that is still opening. */
export function dials(server: LiveServer, roomId: string, name: string): TestClient {
  const client = new TestClient(server.port, name, roomId);
  onTestFinished(() => void client.socket.disconnect());
  return client;
}

export async function connects(server: LiveServer, roomId: string, name: string): Promise<TestClient> {
  const client = dials(server, roomId, name);
  await client.arrives();
  return client;
}

/** A room with a live question from Hana to Carl. */
export async function asking(server: LiveServer, panelists: string[]) {
  const roomId = await openRoom(server);
  const hana = await connects(server, roomId, 'hana');
  const carl = await joins(server, roomId, 'carl', 'candidate');
  const panel = await Promise.all(panelists.map((name) => joins(server, roomId, name, 'panelist')));
  expect(await hana.sends({ type: 'StartRound', candidateId: null })).toEqual({ ok: true });
  expect(await hana.sends({ type: 'PushItem', itemId: 'g1-q1', liveAskId: null })).toEqual({ ok: true });
  return { roomId, hana, carl, panel };
}
