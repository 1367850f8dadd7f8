import { expect, test } from 'vitest';
import { type Doorway, openDoorway } from '@/server/doorway';
import { POST as forecastPack } from './packs/[packId]/forecast/route';
import { POST as suggestSlots } from './packs/[packId]/slot-suggestion/route';
import { POST as suggestPack } from './packs/[packId]/suggestion/route';
import { POST as openRoom } from './rooms/route';

const ORIGIN = 'http://localhost:3000';

/** As an attacker sends it to fill the memory. */
function endless(): Request {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
  });
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { origin: ORIGIN },
    body,
    duplex: 'half',
  };
  return new Request(`${ORIGIN}/api`, init);
}

const params = Promise.resolve({ packId: 'oyster-panel' });

test.each([
  ['opening a room', () => openRoom(endless())],
  ['the forecast of a pack', () => forecastPack(endless(), { params })],
  ['the suggestion of an agenda', () => suggestPack(endless(), { params })],
  ['the suggestion of a rotation', () => suggestSlots(endless(), { params })],
])('%s reads no body without end, also for somebody who is signed out', async (_what, ask) => {
  // The server does nothing else before it reads the body.
  openDoorway({ publicUrl: ORIGIN } as Doorway);
  const response = await ask();
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ ok: false, code: 'bad-command' });
});
