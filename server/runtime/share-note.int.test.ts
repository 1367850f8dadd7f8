import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../protocol/commands';
import type { NoteShare, Role } from '../protocol/words';
import { EVERYTHING_SHARED } from '../protocol/words';
import { currentRound, findAsk, memberByPrincipal } from '../room/core/state';
import { type LiveServer, person, startLiveServer } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

const PACK = testPack({ groups: 1, questionsPerGroup: 3 });
const NOTE = 'note-of-pia';

let server: LiveServer;
let roomId: string;
let place: { roomId: string; roundId: string };
let askId: string;

let commands = 0;
async function tells(name: string, command: Command) {
  commands += 1;
  const request = { roomId, principalIds: [`pr_${name}`], commandId: `command-${commands}`, command };
  const answer = await server.runtime.handle(request);
  if (!answer.ok) throw new Error(answer.message);
  return answer.state;
}

const stateNow = async () => {
  const state = await server.runtime.state(roomId);
  if (!state) throw new Error('there is no such room');
  return state;
};
const idOf = async (name: string) => memberByPrincipal(await stateNow(), [`pr_${name}`])?.memberId ?? '';
const shares = (name: string, share: NoteShare) =>
  server.rooms.shareNote(person(name), place, { askId, noteId: NOTE, share });

/** A led round whose only question is revealed, with a note that Pia shares with the panel. */
beforeEach(async () => {
  server = await startLiveServer({ dataDir: tempFolder(), pack: PACK });
  const setup = { ...testSettings('led', { agenda: ['g1-q1'], waitingRoom: false }), packId: PACK.id };
  const opened = await server.rooms.open(person('hana'), setup);
  if (!opened.ok) throw new Error(opened.message);
  roomId = opened.value.roomId;
  const links = await server.rooms.invites(person('hana'), roomId);
  const roles: Record<string, Role> = { pia: 'panelist', carl: 'candidate' };
  for (const [name, role] of Object.entries(roles)) {
    const url = links.ok ? links.value.find((link) => link.role === role)?.url : null;
    await server.rooms.join(person(name), url ?? '', name);
  }
  const started = await tells('hana', { type: 'StartRound', candidateId: await idOf('carl') });
  const roundId = currentRound(started)?.roundId ?? '';
  place = { roomId, roundId };
  const asked = await tells('hana', { type: 'PushItem', itemId: 'g1-q1', liveAskId: null });
  askId = currentRound(asked)?.asks[0]?.askId ?? '';
  await tells('pia', { type: 'WriteNote', askId, noteId: NOTE, text: 'clear', atMs: 5, share: 'panel' });
  await tells('pia', { type: 'SubmitRating', askId, value: 4 });
  await tells('hana', { type: 'RevealRatings', askId });
});
afterEach(() => server.close());

async function debriefOpens() {
  const { roundId } = place;
  await tells('hana', { type: 'StartDeliberation', roundId });
  for (const name of ['hana', 'pia'])
    await tells(name, { type: 'SubmitVerdict', roundId, verdict: 'yes', rationale: '' });
  await tells('hana', { type: 'OpenDebrief', roundId });
}

test('an author shares a note of a round that is over, and hears who could read it by then', async () => {
  const { roundId } = place;
  await debriefOpens();
  expect(await shares('pia', 'candidate')).toEqual({ ok: true, value: { opened: true, published: false } });
  await tells('hana', { type: 'PublishRound', roundId, sharing: EVERYTHING_SHARED });
  await tells('hana', { type: 'WithdrawScorecard', roundId });
  await tells('hana', { type: 'EndRoom' });
  expect(await shares('pia', 'none')).toEqual({ ok: true, value: { opened: true, published: true } });
  const [note] = findAsk(await stateNow(), askId)?.ask.notes ?? [];
  expect(note).toMatchObject({ text: 'clear', atMs: 5, share: 'none' });
});

test('an author who left can still take their note back from the scorecard, once the round is over and after the end', async () => {
  const { roundId } = place;
  await debriefOpens();
  await tells('pia', { type: 'LeaveRoom' });
  expect(await shares('pia', 'none')).toMatchObject({ ok: false, code: 'not-found' });
  await tells('hana', { type: 'PublishRound', roundId, sharing: EVERYTHING_SHARED });
  await tells('hana', { type: 'EndRoom' });
  expect(await shares('pia', 'candidate')).toEqual({ ok: true, value: { opened: true, published: true } });
  expect(await shares('pia', 'none')).toMatchObject({ ok: true });
  const [note] = findAsk(await stateNow(), askId)?.ask.notes ?? [];
  expect(note).toMatchObject({ text: 'clear', atMs: 5, share: 'none' });
});

test('nobody shares another person’s note, and a person who tries learns nothing', async () => {
  const answers = await Promise.all([
    ...['hana', 'carl', 'nobody'].map((name) => shares(name, 'none')),
    server.rooms.shareNote(
      person('pia'),
      { ...place, roundId: 'r9' },
      { askId, noteId: NOTE, share: 'none' },
    ),
    server.rooms.shareNote(
      person('pia'),
      { ...place, roomId: 'no room' },
      { askId, noteId: NOTE, share: 'none' },
    ),
    server.rooms.shareNote(person('pia'), place, { askId: 'a99', noteId: NOTE, share: 'none' }),
  ]);
  await tells('hana', { type: 'RemoveMember', memberId: await idOf('pia') });
  answers.push(await shares('pia', 'none'));
  expect(answers[0]).toMatchObject({ ok: false, code: 'not-found' });
  for (const other of answers) expect(other).toEqual(answers[0]);
});
