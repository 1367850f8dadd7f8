import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaWish } from '../protocol/agenda-wish';
import type { Command, Slot } from '../protocol/commands';
import type { Format, Role } from '../protocol/words';
import { currentRound, memberByPrincipal } from '../room/core/state';
import { type LiveServer, person, startLiveServer } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';
import { PLANS_A_MINUTE } from '../transport/room-limit';

const PACK = testPack({ groups: 2, questionsPerGroup: 6, exercises: 3 });
const WISH: AgendaWish = {
  groupIds: null,
  minutes: 6,
  level: null,
  targetSeconds: null,
  exercise: false,
  newFirst: true,
};

let server: LiveServer;
beforeEach(async () => {
  server = await startLiveServer({ dataDir: tempFolder(), pack: PACK });
});
afterEach(() => server.close());

async function roomOf(
  format: Format,
  host: string,
  others: Record<string, Role>,
  seen: string[] = [],
  code: Slot[] = [],
): Promise<string> {
  const agenda = format === 'led' ? ['g1-q1', 'g2-q1'] : [];
  const slots = format === 'peer' ? [{ groupId: 'g1' }, { groupId: 'g2' }, ...code] : [];
  const opened = await server.rooms.open(person(host), {
    ...testSettings(format, { agenda, slots }),
    packId: PACK.id,
    seen,
  });
  if (!opened.ok) throw new Error(opened.message);
  const { roomId } = opened.value;
  const links = await server.rooms.invites(person(host), roomId);
  if (!links.ok) throw new Error(links.message);
  for (const [name, role] of Object.entries(others)) {
    const code = links.value.find((link) => link.role === role)?.code ?? '';
    const joined = await server.rooms.join(person(name), code, name);
    if (!joined.ok) throw new Error(joined.message);
  }
  return roomId;
}

let commands = 0;
async function tell(roomId: string, name: string, command: Command) {
  commands += 1;
  const request = { roomId, principalIds: [`pr_${name}`], commandId: `command-${commands}`, command };
  const answer = await server.runtime.handle(request);
  if (!answer.ok) throw new Error(answer.message);
  return answer.state;
}

async function start(roomId: string, host: string, candidate: string | null = null) {
  const state = await server.runtime.state(roomId);
  const candidateId =
    candidate && state ? (memberByPrincipal(state, [`pr_${candidate}`])?.memberId ?? null) : null;
  const round = currentRound(await tell(roomId, host, { type: 'StartRound', candidateId }));
  if (!round) throw new Error('no round');
  return round;
}

test('a host who keeps asking for plans is told to slow down', async () => {
  const roomId = await roomOf('peer', 'ada', { grace: 'panelist' });
  for (let n = 0; n < PLANS_A_MINUTE; n += 1)
    expect(await server.rooms.forecast(person('ada'), roomId)).toMatchObject({ ok: true });
  expect(await server.rooms.forecast(person('ada'), roomId)).toMatchObject({ code: 'slow-down' });
  expect(await server.rooms.suggest(person('ada'), roomId, WISH)).toMatchObject({ code: 'slow-down' });
  const slots = { groupIds: null, minutes: 6, targetSeconds: null };
  expect(await server.rooms.suggestSlots(person('ada'), roomId, slots)).toMatchObject({ code: 'slow-down' });
  expect(await server.rooms.forecast(person('grace'), roomId)).toMatchObject({ code: 'not-allowed' });
});

describe('friends who meet again', () => {
  const friends = { pia: 'panelist', paul: 'panelist' } as const;

  test('[ROTATE-6] do not hear a question that one of them heard in another room', async () => {
    const first = await roomOf('peer', 'hana', friends);
    const { pool } = await start(first, 'hana', 'pia');
    const [asked = '', alsoAsked = ''] = pool ?? [];
    const steering = (await server.runtime.state(first))?.hostId;
    const host = steering?.includes('pia') ? 'pia' : 'hana';
    await tell(first, host, { type: 'PushItem', itemId: asked, liveAskId: null });
    await tell(first, host, { type: 'PushItem', itemId: alsoAsked, liveAskId: 'a1' });

    const again = await roomOf('peer', 'paul', { petra: 'panelist', pia: 'panelist' });
    expect(await server.rooms.forecast(person('paul'), again)).toMatchObject({
      value: { items: 12, unheard: 10 },
    });
    const round = await start(again, 'paul', 'petra');
    expect(round.pool).not.toContain(asked);
    expect(round.pool).not.toContain(alsoAsked);
    const elsewhere = await roomOf('peer', 'nora', { nils: 'panelist', nina: 'panelist' });
    const forecast = await server.rooms.forecast(person('nora'), elsewhere);
    expect(forecast).toMatchObject({ ok: true, value: { items: 12, unheard: 12 } });
    expect(await server.rooms.forecast(person('pia'), again)).toMatchObject({
      ok: false,
      code: 'not-allowed',
    });
  });

  test('[SUGGEST-6] get suggested competencies, and never a question', async () => {
    const room = await roomOf('peer', 'hana', friends);
    const wish = { groupIds: null, minutes: 9, targetSeconds: 180 };
    expect(await server.rooms.suggestSlots(person('hana'), room, wish)).toEqual({
      ok: true,
      value: {
        picks: [
          { groupId: 'g1', why: 'First on Competency g1' },
          { groupId: 'g1', why: 'Second on Competency g1' },
          { groupId: 'g2', why: 'First on Competency g2' },
        ],
      },
    });
    const led = await roomOf('led', 'lea', { pia: 'panelist' });
    for (const [name, roomId, code] of [
      ['pia', room, 'not-allowed'],
      ['lea', led, 'not-allowed'],
      ['stranger', room, 'not-found'],
    ] as const)
      expect(await server.rooms.suggestSlots(person(name), roomId, wish)).toMatchObject({ code });
  });

  test('see before the start what each of them will get, and how much is new to everybody', async () => {
    const room = await roomOf('peer', 'hana', friends);
    const forecast = await server.rooms.forecast(person('hana'), room);
    if (!forecast.ok) throw new Error(forecast.message);
    expect(forecast.value).toMatchObject({ items: 12, unheard: 12, heard: [] });
    expect(forecast.value.shares.map(({ questions, more }) => [questions, more])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
  });
});

test('[ROTATE-10] an exercise that one of them got another evening is dealt to nobody, and the host is told', async () => {
  const code: Slot[] = [{ groupId: null, kind: 'exercise' }];
  const evening = await roomOf('peer', 'hana', { pia: 'panelist', paul: 'panelist' }, [], code);
  expect(await server.rooms.forecast(person('hana'), evening)).toMatchObject({
    value: { code: { exercises: 3, left: 3, places: 1 }, shares: [{ exercises: 1 }, {}, {}] },
  });
  const { agenda } = await start(evening, 'hana', 'pia');
  const itemId = agenda.find((id) => id.startsWith('x')) ?? '';
  await tell(evening, 'hana', { type: 'PushItem', itemId, liveAskId: null });
  const again = await roomOf('peer', 'nora', { pia: 'panelist' }, [], code);
  expect(await server.rooms.forecast(person('nora'), again)).toMatchObject({
    value: { code: { exercises: 3, left: 2, places: 1 }, shares: [{ exercises: 1 }, {}] },
  });
  expect((await start(again, 'nora', 'pia')).agenda).not.toContain(itemId);
  const more = await roomOf('peer', 'nils', { pia: 'panelist', paul: 'panelist' }, [], code);
  expect((await start(more, 'nils', 'paul')).agenda.filter((id) => id.startsWith('x'))).toEqual([]);
});

test('[ROTATE-6] nobody is asked a question that the host read while setting the room up', async () => {
  const seen = ['g1-q1', 'g2-q3', 'not-in-this-pack-any-more'];
  const room = await roomOf('peer', 'hana', { pia: 'panelist', paul: 'panelist' }, seen);
  expect(await server.rooms.forecast(person('hana'), room)).toMatchObject({
    value: { items: 12, unheard: 10 },
  });
  const { pool } = await start(room, 'hana', 'pia');
  for (const id of seen) expect(pool).not.toContain(id);
});

describe('the host of a led room', () => {
  test('sees which questions the candidate has heard, and gets others suggested', async () => {
    const practice = await roomOf('peer', 'hana', { carl: 'panelist', pia: 'panelist' });
    const { pool } = await start(practice, 'hana', 'pia');
    const host = (await server.runtime.state(practice))?.hostId ?? '';
    const hostName = (await server.runtime.state(practice))?.members.find(
      ({ memberId }) => memberId === host,
    )?.name;
    for (const [no, itemId] of (pool ?? []).entries())
      await tell(practice, hostName ?? '', {
        type: 'PushItem',
        itemId,
        liveAskId: no === 0 ? null : `a${no}`,
      });

    const room = await roomOf('led', 'lea', { pia: 'panelist' });
    expect(await server.rooms.forecast(person('lea'), room)).toMatchObject({
      value: { heard: [], unheard: 15 },
    });
    const links = await server.rooms.invites(person('lea'), room);
    const code = links.ok ? links.value.find(({ role }) => role === 'candidate')?.code : null;
    await server.rooms.join(person('carl'), code ?? '', 'carl');
    const forecast = await server.rooms.forecast(person('lea'), room);
    if (!forecast.ok) throw new Error(forecast.message);
    expect(forecast.value.heard.toSorted()).toEqual(pool?.toSorted());
    const suggested = await server.rooms.suggest(person('lea'), room, WISH);
    if (!suggested.ok) throw new Error(suggested.message);
    expect(suggested.value.picks).toHaveLength(2);
    for (const { id, why } of suggested.value.picks) {
      expect(pool).not.toContain(id);
      expect(why).toContain('new to the candidate');
    }
  });

  test('[SEE-19] is the only one who may ask; in a peer room, where everybody takes the hot seat, nobody may', async () => {
    const room = await roomOf('led', 'lea', { pia: 'panelist', carl: 'candidate', olga: 'observer' });
    for (const name of ['pia', 'carl', 'olga']) {
      expect(await server.rooms.forecast(person(name), room)).toMatchObject({ code: 'not-allowed' });
      expect(await server.rooms.suggest(person(name), room, WISH)).toMatchObject({ code: 'not-allowed' });
    }
    expect(await server.rooms.forecast(person('stranger'), room)).toMatchObject({ code: 'not-found' });
    expect(await server.rooms.suggest(person('stranger'), room, WISH)).toMatchObject({ code: 'not-found' });
    expect(await server.rooms.forecast(person('lea'), 'rm_nothing')).toMatchObject({ code: 'not-found' });
    const peers = await roomOf('peer', 'hana', { pia: 'panelist' });
    expect(await server.rooms.suggest(person('hana'), peers, WISH)).toMatchObject({ code: 'not-allowed' });
    expect(await server.rooms.suggest(person('stranger'), peers, WISH)).toMatchObject({ code: 'not-found' });
  });
});
