import { inOrder } from '../protocol/in-order';
import type { Outline } from '../protocol/outline';
import type { AsksSlice } from '../protocol/view-asking';
import {
  DECISIONS,
  type Format,
  MARKS,
  NOTE_SHARES,
  type Role,
  STAR_LETTERS,
  VERDICTS,
} from '../protocol/words';
import type { Random } from '../testing/seeded-random';
import { admitted, comeNear, takesSeat } from './outsiders';
import type { RoomPlan } from './room-plan';
import type { PlayedExercises } from './simulated-code';
import { playExercises } from './simulated-exercise';
import { accepted, listeners, ofAudience, panelViewOf, raters, steersNow } from './simulated-people';
import { SimulatedPerson } from './simulated-person';

/** Everybody who was in one simulated room, after all of its rounds. */
export interface PlayedRoom {
  format: Format;
  roomId: string;
  /** The rounds that are over. */
  roundIds: string[];
  people: SimulatedPerson[];
  /** Those among them who may read none of its rounds: the candidate of a round that was closed in private. */
  closedTo: SimulatedPerson[];
  /** For all exercises together. */
  code: PlayedExercises;
  /** Whether its pack has an exercise for everybody who has the hot seat. */
  hasExercises: boolean;
}

/** Rounds in a peer room: enough for everybody's role to change. */
const PEER_ROUNDS = 3;
const ASKS = 3;
const CODE_PLACE = { groupId: null, kind: 'exercise' } as const;
/** A pack that every server has. Its exercises have checks. */
const PACK = 'typescript-platform';

/** Plays whole rounds in a new room. Every other room is led, and the others rotate the hot seat. */
export async function playRoom(plan: RoomPlan): Promise<PlayedRoom> {
  const { random } = plan;
  const format: Format = plan.no % 2 === 0 ? 'led' : 'peer';
  const { roomId, people, exercises } = await gathers(plan, format);
  const [host] = people;
  if (host) await comeNear(plan, host, roomId, format);
  const isClosed = format === 'led' && plan.no % 4 === 2;
  const rounds = format === 'led' ? 1 : Math.min(PEER_ROUNDS, plan.panelists + 1);
  const roundIds: string[] = [];
  const code: PlayedExercises = { edits: 0, diverged: [], planted: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const played = await playRound(people, random, isClosed);
    roundIds.push(played.roundId);
    code.edits += played.code.edits;
    code.diverged.push(...played.code.diverged);
    code.planted += played.code.planted;
  }
  const closedTo = isClosed ? ofAudience(people, 'candidate') : [];
  await accepted(steersNow(people), { type: 'EndRoom' });
  const hasExercises = exercises >= (format === 'led' ? 1 : plan.panelists + 1);
  return { format, roomId, roundIds, people, closedTo, code, hasExercises };
}

/** A new room with its host, who is the first of the people, and everybody else. `exercises`: those of its pack. */
export async function gathers(
  plan: RoomPlan,
  format: Format,
): Promise<{ roomId: string; people: SimulatedPerson[]; exercises: number }> {
  const host = new SimulatedPerson(plan.url, `host${plan.no}`, plan.random);
  plan.people.push(host);
  await host.signsIn();
  const { roomId, exercises } = await opens(host, plan, format);
  await host.connects(roomId);
  const guests = await Promise.all(
    seatsOf(plan, format).map(({ name, role }) => arrives(plan, host, roomId, name, role)),
  );
  return { roomId, people: [host, ...guests], exercises };
}

function seatsOf(plan: RoomPlan, format: Format): { name: string; role: Role }[] {
  const panel = Array.from({ length: plan.panelists }, (_, index) => ({
    name: `panelist${plan.no}x${index}`,
    role: 'panelist' as const,
  }));
  const observer = { name: `observer${plan.no}`, role: 'observer' as const };
  const candidate = { name: `candidate${plan.no}`, role: 'candidate' as const };
  return format === 'led' ? [...panel, observer, candidate] : [...panel, observer];
}

async function opens(
  host: SimulatedPerson,
  plan: RoomPlan,
  format: Format,
): Promise<{ roomId: string; exercises: number }> {
  const outline = await host.reads<Outline>(`/api/packs/${PACK}/outline`);
  const { roomId } = await host.asks<{ roomId: string }>('POST', '/api/rooms', {
    packId: PACK,
    title: `Simulated room ${plan.no}`,
    format,
    agenda: format === 'led' ? outline.items.slice(0, ASKS).map((item) => item.id) : [],
    slots: format === 'peer' ? [...Array.from({ length: ASKS }, () => ({ groupId: null })), CODE_PLACE] : [],
    targetSeconds: 180,
    level: null,
    callLink: null,
    waitingRoom: plan.no % 3 === 0,
    autoReveal: plan.no % 4 < 2,
    hostRates: true,
    startsAt: null,
    sharesChecklist: false,
  });
  return { roomId, exercises: outline.items.filter(({ kind }) => kind === 'exercise').length };
}

async function arrives(
  plan: RoomPlan,
  host: SimulatedPerson,
  roomId: string,
  name: string,
  role: Role,
): Promise<SimulatedPerson> {
  const person = await admitted(host, await takesSeat(plan, host, roomId, name, role));
  await accepted(person, { type: 'SetReady', ready: true });
  return person;
}

async function playRound(
  people: SimulatedPerson[],
  random: Random,
  isClosed: boolean,
): Promise<{ roundId: string; code: PlayedExercises }> {
  await accepted(steersNow(people), { type: 'StartRound', candidateId: null });
  await Promise.all(people.map((person) => person.looks()));
  const roundId = (await panelViewOf(steersNow(people))).round?.roundId ?? '';
  for (let ask = 0; ask < ASKS; ask += 1) await playAsk(people, roundId, random);
  const code = await playExercises(people, random);
  const host = steersNow(people);
  await accepted(host, { type: 'StartDeliberation', roundId });
  const { asks } = await panelViewOf(host);
  await Promise.all([
    ...ofAudience(people, 'candidate').map((person) => reflects(person, roundId, asks, random)),
    ...raters(people).map((person) =>
      accepted(person, {
        type: 'SubmitVerdict',
        roundId,
        verdict: random.pick(VERDICTS),
        rationale: `rationale of ${person.name} in ${roundId} ${random.token(8)}`,
      }),
    ),
  ]);
  await accepted(host, { type: 'OpenDebrief', roundId });
  await givesFeedback(people, roundId);
  if (isClosed) {
    await accepted(host, {
      type: 'RecordDecision',
      roundId,
      decision: random.pick(DECISIONS),
      why: 'as agreed',
    });
    return { roundId, code };
  }
  await accepted(host, {
    type: 'PublishRound',
    roundId,
    sharing: {
      ratings: random.pick(['none', 'means', 'named']),
      verdicts: random.chance(0.5),
      keyPoints: random.chance(0.5),
      evidence: random.chance(0.5),
      feedback: random.chance(0.5),
    },
  });
  return { roundId, code };
}

async function givesFeedback(people: SimulatedPerson[], roundId: string): Promise<void> {
  const texts = (what: string, { name }: SimulatedPerson) => `${what} by ${name} in ${roundId}`;
  for (const person of raters(people)) {
    const [keepDoing, workOn] = [texts('keep doing', person), texts('work on', person)];
    await accepted(person, { type: 'WriteFeedback', roundId, keepDoing, workOn });
  }
  const host = steersNow(people);
  await accepted(host, { type: 'WriteSummary', roundId, text: texts('summary', host) });
}

async function playAsk(people: SimulatedPerson[], roundId: string, random: Random): Promise<void> {
  const pusher = random.pick(raters(people));
  const view = await panelViewOf(pusher);
  const asked = new Set(Object.values(view.asks.asks).map((ask) => ask.itemId));
  const bank = await pusher.readsBank();
  const questions = bank.items.filter(({ kind }) => kind === 'question').map(({ id }) => id);
  const planned = view.agenda.items.filter((id) => questions.includes(id));
  const item = [...planned, ...questions].find((id) => !asked.has(id));
  if (item === undefined) return;
  await accepted(pusher, { type: 'PushItem', itemId: item, liveAskId: view.asks.liveAskId });
  const now = await panelViewOf(pusher);
  const askId = now.asks.liveAskId ?? '';
  const content = now.live?.item;
  const followUp = content?.followUps[0];
  await Promise.all([
    ...ofAudience(people, 'candidate').map((person) => takesAMoment(person, askId, random)),
    ...listeners(people).map((person) =>
      listens(person, roundId, askId, content?.points.map((point) => point.id) ?? [], random),
    ),
  ]);
  if (followUp && random.chance(0.5)) {
    pusher.gives(followUp.text);
    if (followUp.facts) pusher.gives(followUp.facts);
    await pusher.sends({ type: 'PushFollowUp', askId, followUpId: followUp.id });
  }
  await steersNow(people).sends({ type: 'AddTime', askId, seconds: 60 });
  await steersNow(people).sends({ type: 'RevealRatings', askId });
  await Promise.all(
    raters(people).map((person) => accepted(person, { type: 'RateAgain', askId, value: random.int(5) + 1 })),
  );
}

async function listens(
  person: SimulatedPerson,
  roundId: string,
  askId: string,
  pointIds: string[],
  random: Random,
): Promise<void> {
  for (const pointId of pointIds) {
    await person.sends({ type: 'MarkPoint', askId, pointId, mark: random.pick(MARKS) });
  }
  for (let count = 0; count < 2; count += 1) {
    await accepted(person, {
      type: 'WriteNote',
      askId,
      noteId: `note-${random.token(10)}`,
      text: `note of ${person.name} on ${askId} ${random.token(8)}`,
      atMs: random.int(60_000),
      share: random.pick(NOTE_SHARES),
    });
  }
  await accepted(person, { type: 'MarkStar', askId, letter: random.pick(STAR_LETTERS), atMs: 1_000 });
  await accepted(person, {
    type: 'SendMessage',
    roundId,
    text: `message of ${person.name} ${random.token(8)}`,
  });
  await person.sends({ type: 'SubmitRating', askId, value: random.chance(0.1) ? null : random.int(5) + 1 });
}

async function takesAMoment(person: SimulatedPerson, askId: string, random: Random): Promise<void> {
  await accepted(person, { type: 'RaiseHand', raised: random.chance(0.5) });
  if (random.chance(0.7)) return;
  await accepted(person, { type: 'TakeMoment', askId });
  await accepted(person, { type: 'ResumeClock', askId });
}

async function reflects(
  person: SimulatedPerson,
  roundId: string,
  asks: AsksSlice,
  random: Random,
): Promise<void> {
  await accepted(person, {
    type: 'WriteReflection',
    roundId,
    text: `reflection of ${person.name} ${random.token(8)}`,
    shared: random.chance(0.5),
  });
  for (const { askId } of inOrder(asks.asks)) {
    await accepted(person, { type: 'RateSelf', askId, value: random.int(5) + 1 });
  }
}
