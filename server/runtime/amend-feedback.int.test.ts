import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../protocol/commands';
import type { Role } from '../protocol/words';
import { EVERYTHING_SHARED } from '../protocol/words';
import { entitled } from '../review/entitled';
import { ownFeedbackOf } from '../review/own-feedback';
import { scorecardFor } from '../review/scorecard';
import { currentRound, memberByPrincipal } from '../room/core/state';
import { type LiveServer, person, startLiveServer } from '../testing/live-server';
import { testSettings } from '../testing/stories';
import { tempFolder } from '../testing/temp-folder';
import { testPack } from '../testing/test-pack';

const PACK = testPack({ groups: 1, questionsPerGroup: 3 });
const EARLIER = { keepDoing: 'Names costs.', workOn: '' };
const LATER = { keepDoing: 'Names costs and dates.', workOn: ' Say who decides. ' };

let server: LiveServer;
let roomId: string;
let place: { roomId: string; roundId: string };

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
const amends = (name: string, at = place) => server.rooms.amendFeedback(person(name), at, LATER);
const canAmend = async (name: string) => {
  const of = entitled(await stateNow(), place.roundId, [`pr_${name}`]);
  return of && ownFeedbackOf(of);
};

/** A led round in its debrief, about which Pia has written feedback. */
beforeEach(async () => {
  server = await startLiveServer({ dataDir: tempFolder(), pack: PACK });
  const setup = { ...testSettings('led', { agenda: ['g1-q1'], waitingRoom: false }), packId: PACK.id };
  const opened = await server.rooms.open(person('hana'), setup);
  if (!opened.ok) throw new Error(opened.message);
  roomId = opened.value.roomId;
  const links = await server.rooms.invites(person('hana'), roomId);
  const roles: Record<string, Role> = { pia: 'panelist', olga: 'observer', carl: 'candidate' };
  for (const [name, role] of Object.entries(roles)) {
    const url = links.ok ? links.value.find((link) => link.role === role)?.url : null;
    await server.rooms.join(person(name), url ?? '', name);
  }
  const started = await tells('hana', { type: 'StartRound', candidateId: await idOf('carl') });
  const roundId = currentRound(started)?.roundId ?? '';
  place = { roomId, roundId };
  await tells('hana', { type: 'PushItem', itemId: 'g1-q1', liveAskId: null });
  const askId = currentRound(await stateNow())?.asks[0]?.askId ?? '';
  await tells('pia', { type: 'SubmitRating', askId, value: 4 });
  await tells('hana', { type: 'StartDeliberation', roundId });
  for (const name of ['hana', 'pia'])
    await tells(name, { type: 'SubmitVerdict', roundId, verdict: 'yes', rationale: '' });
  await tells('hana', { type: 'OpenDebrief', roundId });
  await tells('pia', { type: 'WriteFeedback', roundId, ...EARLIER });
});
afterEach(() => server.close());

test('a rater who left changes their feedback after the end of the room, and hears who could read it by then', async () => {
  const { roundId } = place;
  await tells('pia', { type: 'LeaveRoom' });
  await tells('hana', { type: 'RecordDecision', roundId, decision: 'advance', why: '' });
  await tells('hana', { type: 'EndRoom' });
  expect(await canAmend('pia')).toEqual({ ...EARLIER, published: false, sent: false });
  expect(await amends('pia')).toEqual({ ok: true, value: { sent: false } });
  await tells('hana', { type: 'PublishRound', roundId, sharing: EVERYTHING_SHARED });
  const saved = { keepDoing: 'Names costs and dates.', workOn: 'Say who decides.' };
  expect(await canAmend('pia')).toEqual({ ...saved, published: true, sent: true });
  const emptied = await server.rooms.amendFeedback(person('pia'), place, { keepDoing: '', workOn: '' });
  expect(emptied).toEqual({ ok: true, value: { sent: true } });
  const given = async () => scorecardFor(await stateNow(), roundId, await idOf('carl'))?.feedback;
  expect(await given()).toBeNull();
  expect(await amends('pia')).toEqual({ ok: true, value: { sent: false } });
  expect(await given()).toMatchObject({ given: [{ memberId: await idOf('pia'), ...saved }] });
  await tells('hana', { type: 'WithdrawScorecard', roundId });
  expect(await canAmend('pia')).toMatchObject({ published: false, sent: true });
});

test('nobody else is offered it, and a person who tries learns nothing', async () => {
  const { roundId } = place;
  expect(await canAmend('pia')).toBeNull();
  const answers = [await amends('pia')];
  await tells('hana', { type: 'RecordDecision', roundId, decision: 'advance', why: '' });
  for (const name of ['olga', 'carl', 'nobody']) {
    expect(await canAmend(name)).toBeNull();
    answers.push(await amends(name));
  }
  answers.push(await amends('pia', { ...place, roundId: 'r9' }));
  answers.push(await amends('pia', { ...place, roomId: 'no room' }));
  await tells('hana', { type: 'RemoveMember', memberId: await idOf('pia') });
  expect(await canAmend('pia')).toBeNull();
  answers.push(await amends('pia'));
  expect(answers[0]).toMatchObject({ ok: false, code: 'not-found' });
  for (const other of answers) expect(other).toEqual(answers[0]);
});
