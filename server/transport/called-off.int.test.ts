import { expect, test } from 'vitest';
import { connects, openRoom, startServer, takesASeat } from '../testing/live-room';
import { person } from '../testing/live-server';

const HOUR = 3_600_000;

/** A room in two days whose clock the test moves, and what its candidate's link gives for a calendar. */
async function appointed() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const server = await startServer({ now });
  const startsAt = Math.ceil(now() / HOUR) * HOUR + 48 * HOUR;
  const roomId = await openRoom(server, { startsAt });
  const hana = await connects(server, roomId, 'hana');
  const links = await server.rooms.invites(person('hana'), roomId);
  const invite = links.ok ? links.value.find(({ role }) => role === 'candidate') : undefined;
  const token = invite?.code ?? '';
  const dated = (to: number | null) => hana.sends({ type: 'ChangeSettings', settings: { startsAt: to } });
  /** The file's properties, or the code of the rejection, a second later than the file before. */
  const file = async (): Promise<Record<string, string>> => {
    ahead += 1_000;
    const answer = await server.rooms.inviteCalendar(null, token);
    if (!answer.ok) return { code: answer.code };
    const lines = answer.value.replaceAll('\r\n ', '').split('\r\n');
    return Object.fromEntries(lines.map((line) => line.split(/:(.*)/s)));
  };
  const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return { server, roomId, hana, startsAt, token, inviteId: invite?.inviteId ?? '', dated, file, utc };
}

test('somebody who was invited and has not joined gets a moved, a called-off and a new time by the same link, for the same appointment', async () => {
  const { server, startsAt, token, dated, file, utc } = await appointed();
  const first = await file();
  expect(first).toMatchObject({ STATUS: 'CONFIRMED', DTSTART: utc(startsAt) });
  await dated(startsAt + HOUR);
  const moved = await file();
  expect(moved).toMatchObject({ STATUS: 'CONFIRMED', DTSTART: utc(startsAt + HOUR) });
  await dated(null);
  const off = await file();
  expect(off).toMatchObject({ STATUS: 'CANCELLED', DTSTART: utc(startsAt + HOUR) });
  expect(await server.rooms.peek(null, token)).toMatchObject({
    value: { startsAt: null, calledOff: startsAt + HOUR },
  });
  await dated(startsAt);
  const again = await file();
  expect(again).toMatchObject({ STATUS: 'CONFIRMED', DTSTART: utc(startsAt) });

  const files = [first, moved, off, again];
  expect(new Set(files.map(({ UID }) => UID)).size).toBe(1);
  expect(files[0]?.UID).toMatch(/@/);
  const sequence = files.map(({ SEQUENCE }) => Number(SEQUENCE));
  expect(sequence).toEqual(sequence.toSorted((a, b) => a - b));
  expect(new Set(sequence).size).toBe(4);
});

test('somebody who joins after a time was called off has the same appointment in their calendar, and can take it out', async () => {
  const { server, roomId, dated, file } = await appointed();
  const invited = await file();
  await dated(null);
  await takesASeat(server, roomId, 'carl', 'candidate');
  const mine = await server.rooms.calendar(person('carl'), roomId);
  expect(mine.ok && mine.value.replaceAll('\r\n ', '').split('\r\n')).toEqual(
    expect.arrayContaining([`UID:${invited.UID}`, 'STATUS:CANCELLED']),
  );
});

test('the end of a room before its time calls that off, by every link that still worked', async () => {
  const { server, roomId, hana, startsAt, token, file, utc } = await appointed();
  await file();
  await takesASeat(server, roomId, 'pia', 'panelist');
  await hana.sends({ type: 'EndRoom' });
  expect(await file()).toMatchObject({ STATUS: 'CANCELLED', DTSTART: utc(startsAt) });
  expect(await server.rooms.peek(null, token)).toMatchObject({ code: 'room-ended' });
  const pias = await server.rooms.calendar(person('pia'), roomId);
  expect(pias.ok && pias.value).toContain('STATUS:CANCELLED');
  expect(await server.rooms.calendar(person('stranger'), roomId)).toMatchObject({ code: 'not-found' });
});

test('a link that was turned off tells no time, whether there is one or not', async () => {
  const { server, roomId, hana, inviteId, dated, file } = await appointed();
  await server.rooms.revokeInvite(person('hana'), roomId, inviteId);
  expect(await file()).toEqual({ code: 'invite-revoked' });
  await dated(null);
  expect(await file()).toEqual({ code: 'invite-revoked' });
  await hana.sends({ type: 'EndRoom' });
  expect(await file()).toEqual({ code: 'room-ended' });
  expect(await server.rooms.inviteCalendar(null, 'AAAAAAAAAAAA')).toMatchObject({ code: 'invite-unknown' });
});
