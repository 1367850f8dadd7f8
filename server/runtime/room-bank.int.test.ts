import { afterEach, beforeEach, expect, test } from 'vitest';
import { bank } from '../protocol/bank';
import type { Command, Settings } from '../protocol/commands';
import type { Format, Role } from '../protocol/words';
import { currentRound, memberByPrincipal } from '../room/core/state';
import { type LiveServer, person, startLiveServer } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

const PACK = testPack({ groups: 2, questionsPerGroup: 6, exercises: 3 });
const ALL = [...PACK.questions, ...PACK.exercises].map(({ id }) => id);

let server: LiveServer;
beforeEach(async () => {
  server = await startLiveServer({ dataDir: tempFolder(), pack: PACK });
});
afterEach(() => server.close());

async function roomOf(
  format: Format,
  others: Record<string, Role>,
  change: Partial<Settings> = {},
): Promise<string> {
  const slots = format === 'peer' ? [{ groupId: 'g1' }] : [];
  const agenda = format === 'led' ? ['g1-q1'] : [];
  const setup = { ...testSettings(format, { agenda, slots, ...change }), packId: PACK.id };
  const opened = await server.rooms.open(person('hana'), setup);
  if (!opened.ok) throw new Error(opened.message);
  for (const [name, role] of Object.entries(others)) await joins(opened.value.roomId, name, role);
  return opened.value.roomId;
}

async function joins(roomId: string, name: string, role: Role): Promise<void> {
  const links = await server.rooms.invites(person('hana'), roomId);
  if (!links.ok) throw new Error(links.message);
  const url = links.value.find((link) => link.role === role)?.url ?? '';
  const joined = await server.rooms.join(person(name), url, name);
  if (!joined.ok) throw new Error(joined.message);
}

let commands = 0;
async function tells(roomId: string, name: string, command: Command) {
  commands += 1;
  const request = { roomId, principalIds: [`pr_${name}`], commandId: `command-${commands}`, command };
  const answer = await server.runtime.handle(request);
  if (!answer.ok) throw new Error(answer.message);
  return answer.state;
}

/** The ids of the items that a person gets, or the code of the rejection. */
async function gets(roomId: string, name: string, bankId = 'pack'): Promise<string[] | string> {
  const outcome = await server.rooms.bank(person(name), roomId, bankId);
  return outcome.ok ? bank.parse(outcome.value).items.map(({ id }) => id) : outcome.code;
}

test('nobody opens a room before they have a name', async () => {
  const setup = { ...testSettings('peer', { agenda: [], slots: [{ groupId: 'g1' }] }), packId: PACK.id };
  const nameless = { ...person('hana'), name: '' };
  expect(await server.rooms.open(nameless, setup)).toMatchObject({ ok: false, code: 'nameless' });
});

test('the host, panelists and observers read the bank; everybody else gets the same answer for any reason', async () => {
  const roomId = await roomOf('led', { pia: 'panelist', olga: 'observer', carl: 'candidate' });
  for (const name of ['hana', 'pia', 'olga']) expect(await gets(roomId, name)).toEqual(ALL);
  const answers = await Promise.all([
    server.rooms.bank(person('carl'), roomId, 'pack'),
    server.rooms.bank(person('nobody'), roomId, 'pack'),
    server.rooms.bank(person('pia'), roomId, 'another'),
    server.rooms.bank(person('pia'), 'rm_000000000000', 'pack'),
    server.rooms.bank(person('pia'), 'no room', 'pack'),
  ]);
  expect(answers[0]).toMatchObject({ ok: false, code: 'not-found' });
  for (const other of answers) expect(other).toEqual(answers[0]);
});

test('permission is checked at that moment: waiting, a removal and a new role count at once', async () => {
  const roomId = await roomOf('led', { pia: 'panelist' }, { waitingRoom: true });
  const pia = memberByPrincipal(await stateOf(roomId), ['pr_pia'])?.memberId ?? '';
  expect(await gets(roomId, 'pia')).toBe('not-found');
  await tells(roomId, 'hana', { type: 'AdmitMember', memberId: pia });
  expect(await gets(roomId, 'pia')).toEqual(ALL);
  await tells(roomId, 'hana', { type: 'ChangeRole', memberId: pia, role: 'observer' });
  expect(await gets(roomId, 'pia')).toEqual(ALL);
  await tells(roomId, 'hana', { type: 'RemoveMember', memberId: pia });
  expect(await gets(roomId, 'pia')).toBe('not-found');
});

test('peers read only the pool of the round, and the person in the hot seat reads nothing', async () => {
  const roomId = await roomOf('peer', { pia: 'panelist', paul: 'panelist' });
  const seated = memberByPrincipal(await stateOf(roomId), ['pr_pia'])?.memberId ?? '';
  const state = await tells(roomId, 'hana', { type: 'StartRound', candidateId: seated });
  const round = currentRound(state);
  const bankId = round?.roundId ?? '';
  const pool = round?.pool ?? [];
  expect(pool.length).toBeLessThan(ALL.length);
  expect(await gets(roomId, 'paul', bankId)).toEqual(ALL.filter((id) => pool.includes(id)));
  expect(await gets(roomId, 'pia', bankId)).toBe('not-found');
  expect(await gets(roomId, 'paul', 'pack')).toBe('not-found');
});

test('peers read the exercise of the round with its issues, hints and checks, and no other', async () => {
  const slots = [{ groupId: 'g1' }, { groupId: null, kind: 'exercise' as const }];
  const roomId = await roomOf('peer', { pia: 'panelist', paul: 'panelist' }, { slots });
  const seated = memberByPrincipal(await stateOf(roomId), ['pr_pia'])?.memberId ?? '';
  const state = await tells(roomId, 'hana', { type: 'StartRound', candidateId: seated });
  const { pool, roundId = '' } = currentRound(state) ?? {};
  const own = PACK.exercises.filter(({ id }) => pool?.includes(id));
  expect(own).toHaveLength(1);
  const bank = await server.rooms.bank(person('paul'), roomId, roundId);
  const text = JSON.stringify(bank);
  for (const { id } of PACK.exercises)
    for (const secret of [`key hint of ${id}`, `key hidden check of ${id}`, `key improved ${id}`])
      expect(text.includes(secret)).toBe(id === own[0]?.id);
});

test('the same bank is the same object, so that it is compressed once', async () => {
  const roomId = await roomOf('led', { pia: 'panelist' });
  const [one, other] = await Promise.all(
    ['hana', 'pia'].map((name) => server.rooms.bank(person(name), roomId, 'pack')),
  );
  expect(one?.ok && other?.ok && one.value === other.value).toBe(true);
});

async function stateOf(roomId: string) {
  const state = await server.runtime.state(roomId);
  if (!state) throw new Error('there is no such room');
  return state;
}
