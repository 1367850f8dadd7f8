import { expect, test, vi } from 'vitest';
import { asking, dials, joins, startServer } from '../testing/live-room';
import type { TestClient } from '../testing/live-server';
import { SOON } from '../testing/soon';

test('whoever comes back with the bank is sent all but the bank, and whoever may not have it is not told that they do', async () => {
  const server = await startServer();
  const { roomId, hana } = await asking(server, ['pia']);
  const greetingOf = (name: string, bank?: string) => dials(server, roomId, name, bank).arrives();
  const whole = await greetingOf('pia');
  if (!('bank' in whole.slices)) throw new Error('the panel has a bank');
  const { bank, ...rest } = whole.slices;
  const tab = dials(server, roomId, 'pia', bank.id);
  const back = await tab.arrives();
  expect(back).toEqual({ ...whole, slices: rest, bankKept: true, at: back.at });
  const other = await greetingOf('pia', 'another');
  expect(other).toEqual({ ...whole, at: other.at });
  const candidate = await greetingOf('carl', bank.id);
  expect(candidate).toEqual({ ...(await greetingOf('carl')), at: candidate.at });
  expect(JSON.stringify(candidate)).not.toContain('canary');
  // What it held when it came is not asked again: later frames are whole.
  const promoted = tab.arrives();
  const { memberId } = back.mine;
  expect(await hana.sends({ type: 'HandOverHost', memberId })).toEqual({ ok: true });
  expect(await promoted).toMatchObject({ audience: 'host', bankKept: false, slices: { bank } });
});

test('[SEE-20] a candidate hears nothing of another who comes, is there, and goes; the panel does', async () => {
  const server = await startServer();
  const { roomId, hana, carl, panel } = await asking(server, ['pia']);
  const state = await server.runtime.state(roomId);
  for (const command of [
    { type: 'StartDeliberation', roundId: 'r1' },
    ...(state?.members ?? [])
      .filter(({ role }) => role === 'panelist')
      .map(({ memberId }) => ({ type: 'ExcuseVerdict', roundId: 'r1', memberId }) as const),
    { type: 'OpenDebrief', roundId: 'r1' },
    { type: 'PublishRound', roundId: 'r1', sharing: { ratings: true, keyPoints: true, verdicts: true } },
  ] as const)
    expect(await hana.sends(command)).toEqual({ ok: true });
  await carl.looks();
  const presences = ({ frames }: TestClient) => frames.filter(({ event }) => event === 'presence').length;
  const before = { frames: carl.frames.length, panel: presences(panel[0] ?? carl) };
  const cleo = await joins(server, roomId, 'cleo', 'candidate');
  const memberId = (await server.runtime.state(roomId))?.members.at(-1)?.memberId ?? '';
  expect(await cleo.sends({ type: 'SetReady', ready: true })).toEqual({ ok: true });
  cleo.socket.disconnect();
  await vi.waitFor(() => expect(presences(panel[0] ?? carl)).toBeGreaterThanOrEqual(before.panel + 2), SOON);
  await carl.looks();
  const heard = carl.frames.slice(before.frames).filter(({ event }) => event !== 'head');
  expect(heard).toEqual([]);
  expect(JSON.stringify(carl.frames)).not.toContain(memberId);
  expect(JSON.stringify(cleo.frames)).not.toContain('"carl"');
  expect(JSON.stringify(hana.frames)).toContain(memberId);
});
