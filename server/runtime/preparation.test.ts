import { expect, test } from 'vitest';
import type { Settings } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import { mineOf } from '../room/core/mine';
import { by, stateOf } from '../testing/given';
import { guestCalled, joined, opened, PACK, roundStarted, testMember } from '../testing/stories';
import { calendarFor } from './calendar';
import { preparationFor } from './preparation';

const AT_TWO = Date.parse('2026-12-08T13:00Z');
const ports = { publicUrl: 'https://hotseat.example', now: () => AT_TWO - 86_400_000 };
const tips = [
  { text: 'Read about queues', context: 'They come up.' },
  { text: `They ask: ${PACK.questions[0]?.prompt ?? ''}`, context: null },
  { text: 'Sleep well', context: `Then say: ${PACK.questions[1]?.points[0]?.text ?? ''}!` },
];
const pack = { ...PACK, tips };
const room = (change: Partial<Settings> = {}, of: Pack = pack) => [
  ...opened('led', { startsAt: AT_TWO, ...change }, of),
  ...joined('pia'),
  ...joined('olga', 'observer'),
  ...joined('carl', 'candidate', true),
];
const not = { ok: false, code: 'not-found' };

test('[PREP-1] people who have still to sit get it, also while they wait, and nobody else does', () => {
  const led = stateOf(room());
  expect(preparationFor(guestCalled('carl'), led)).toMatchObject({
    ok: true,
    value: {
      title: 'A panel',
      hostName: 'hana',
      startsAt: AT_TWO,
      calledOff: null,
      tips: null,
      packId: null,
    },
  });
  for (const name of ['hana', 'pia', 'olga', 'nobody'])
    expect(preparationFor(guestCalled(name), led)).toMatchObject(not);
  expect(preparationFor(guestCalled('carl'), null)).toMatchObject(not);
  const off = stateOf(room(), by('hana', { type: 'SettingsChanged', settings: { startsAt: null } }));
  expect(preparationFor(guestCalled('carl'), off)).toMatchObject({
    value: { startsAt: null, calledOff: AT_TWO },
  });
  const sat = stateOf(room(), by('hana', { type: 'LobbyOpened' }), by('hana', roundStarted('carl')));
  expect(preparationFor(guestCalled('carl'), sat)).toMatchObject(not);
  const peers = stateOf(opened('peer', {}, pack), joined('pia'), joined('olga', 'observer'));
  expect(preparationFor(guestCalled('pia'), peers)).toMatchObject({ ok: true, value: { packId: pack.id } });
  expect(preparationFor(guestCalled('olga'), peers)).toMatchObject(not);
  // Each of them is told which it is, also before the lobby opens, so that nobody is sent to a page that is not theirs.
  for (const [state, names] of [
    [led, ['hana', 'pia', 'olga', 'carl']],
    [peers, ['hana', 'pia', 'olga']],
  ] as const)
    for (const name of names) {
      const memberId = state.members.find((member) => member.name === name)?.memberId ?? '';
      expect(mineOf(state, memberId)?.prepares).toBe(preparationFor(guestCalled(name), state).ok);
    }
});

test('[PREP-2] in a led room nothing in it depends on the pack, unless the host shares its checklist', () => {
  const other: Pack = { ...pack, id: 'another', title: 'Another', familyId: 'another', tips: [] };
  const given = (state: ReturnType<typeof stateOf>) =>
    JSON.stringify([
      preparationFor(guestCalled('carl'), state),
      calendarFor(ports, guestCalled('carl'), state),
    ]);
  expect(given(stateOf(room()))).toBe(given(stateOf(room({}, other))));
  const shared = preparationFor(guestCalled('carl'), stateOf(room({ sharesChecklist: true })));
  expect(shared).toMatchObject({ ok: true, value: { tips: [tips[0]], packId: null } });
});

test('each member gets a calendar file of their own time with their own link, and others get none', () => {
  const state = stateOf(room());
  for (const name of ['hana', 'pia', 'olga', 'carl']) {
    const file = calendarFor(ports, guestCalled(name), state);
    if (!file.ok) throw new Error(file.message);
    expect(file.value).toContain('DTSTART:20261208T130000Z');
    expect(file.value).toContain(`URL:https://hotseat.example/room/${state.roomId}`);
    for (const secret of [pack.title, 'iv_', 'mb_', ...state.members.map((member) => member.name)])
      expect(file.value).not.toContain(secret);
  }
  expect(calendarFor(ports, guestCalled('nobody'), state)).toMatchObject(not);
  expect(calendarFor(ports, guestCalled('pia'), stateOf(room({ startsAt: null })))).toMatchObject(not);
  // A time that was taken back leaves the calendars that have it.
  const off = by('hana', { type: 'SettingsChanged', settings: { startsAt: null } });
  const file = calendarFor(ports, guestCalled('pia'), stateOf(room(), off));
  expect(file.ok && file.value).toContain('STATUS:CANCELLED');
  expect(file.ok && file.value).toContain('DTSTART:20261208T130000Z');
  expect(calendarFor(ports, guestCalled('nobody'), stateOf(room(), off))).toMatchObject(not);
  const declined = by('hana', { type: 'MemberDeclined', memberId: testMember('carl', 'candidate').memberId });
  expect(calendarFor(ports, guestCalled('carl'), stateOf(room(), declined))).toMatchObject(not);
});
