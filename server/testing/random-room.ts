import type { Command } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { Sharing } from '../protocol/sharing';
import {
  CODE_MODES,
  DECISIONS,
  type Format,
  MARKS,
  NOTE_SHARES,
  ROLES,
  SCRATCH_PAD,
  SHARED_AT_FIRST,
  STAR_LETTERS,
  VERDICTS,
} from '../protocol/words';
import { type Context, NOTHING_HEARD, type RoomCommand } from '../room/core/decision';
import {
  type Ask,
  allRounds,
  currentRound,
  isLobbyOpen,
  type RoomState,
  type Round,
  SIMULATED,
  type TryOut,
} from '../room/core/state';
import { isSeatTaken } from '../room/joining';
import { isOver } from '../room/rules';
import { idOf } from './given';
import { type Lived, live, liveOne, type Step } from './lives';
import { type Random, seededRandom } from './seeded-random';
import { ROOM_ID, testInvite, testMember, testSettings } from './stories';

/**
 * A room's life: it opens, several people join, and then there is one step for each number of `entropy`. Most steps are
 * allowed, some are not. The same numbers give the same life, and fewer numbers a shorter one.
 */
export function randomLife(format: Format, pack: Pack, entropy: readonly number[], tryOut?: TryOut): Lived[] {
  const [first = 0] = entropy;
  const steps = beginning(format, pack, first % 2 === 0, format === 'led' && first % 3 === 0, tryOut);
  const lives = live(steps);
  // Once in a life a day passes, for which code may be read at home, or for which people wait for the lobby. The program
  // does then what is due, before anybody does anything.
  let slept = 0;
  for (const number of entropy) {
    const state = lives.at(-1)?.after;
    if (!state) break;
    const random = seededRandom(number);
    const isDue = state.homeReading !== null || !isLobbyOpen(state);
    const wakes = slept === 0 && isDue && number % 7 === 0;
    if (wakes) slept = A_DAY;
    const at = 1_000_000 + lives.length * 1_000 + slept;
    if (wakes) {
      lives.push(liveOne(state, { ...circumstances(at), command: { type: 'DoWhatIsDue' } }));
      continue;
    }
    lives.push(liveOne(state, { ...circumstances(at), ...randomStep(state, random) }));
  }
  return lives;
}

const CODE = { groupId: null, kind: 'exercise' } as const;

const A_DAY = 24 * 60 * 60 * 1_000;

/** What arrives with a command. Ids depend only on the moment, so that they stay the same when earlier steps differ. */
function circumstances(at: number): Context {
  const spareInvites = ROLES.map((role) => {
    const tokenHash = `${role}${at}`;
    return testInvite(role, { inviteId: `iv_${role.slice(0, 5)}${at}`, tokenHash });
  });
  return {
    at,
    by: null,
    hostAwayMs: null,
    seatAwayMs: 1,
    heardBefore: NOTHING_HEARD,
    roundKey: at,
    spareInvites,
  };
}

/** `isSecond`: the first candidate's round is published, and the next candidate is here. */
function beginning(
  format: Format,
  pack: Pack,
  waitingRoom: boolean,
  isSecond: boolean,
  tryOut?: TryOut,
): Step[] {
  const roles = ROLES.filter((role) => format === 'led' || role !== 'candidate');
  const settings = testSettings(format, {
    slots: format === 'peer' ? [{ groupId: null }, CODE, { groupId: 'g1' }] : [],
  });
  const invites = roles.map((role) => testInvite(role));
  const host = testMember('hana', 'panelist');
  const people = {
    pia: 'panelist',
    paul: 'panelist',
    olga: 'observer',
    ...(format === 'led' ? { carl: 'candidate' } : {}),
  };
  const commands: RoomCommand[] = [
    {
      type: 'OpenRoom',
      roomId: ROOM_ID,
      settings,
      pack,
      host,
      invites,
      seen: [],
      seed: '',
      ...(tryOut && { tryOut }),
    },
    ...Object.entries(people).map(([name, role]) => join(name, role, tryOut && SIMULATED)),
  ];
  const wishes: Wish[] = [
    ...commands.map((command) => ({ by: null, command })),
    ...(isSecond && !tryOut ? firstRound(1_000_000 + commands.length * 1_000, host.memberId) : []),
    { by: host.memberId, command: { type: 'ChangeSettings', settings: { waitingRoom } } },
  ];
  return wishes.map((wish, index) => ({ ...circumstances(1_000_000 + index * 1_000), ...wish }));
}

/** From its start, when it gets an id from the moment, to its scorecard; then the next candidate joins. */
function firstRound(at: number, host: string): Wish[] {
  const roundId = `r${at}`;
  const by = (who: string, command: Command): Wish => ({ by: who, command });
  return [
    by(host, { type: 'StartRound', candidateId: idOf('carl') }),
    by(host, { type: 'PushItem', itemId: 'g1-q1', liveAskId: null }),
    by(host, { type: 'StartDeliberation', roundId }),
    ...['hana', 'pia', 'paul'].map((name) =>
      by(idOf(name), { type: 'SubmitVerdict', roundId, verdict: 'yes', rationale: 'first' }),
    ),
    by(host, { type: 'OpenDebrief', roundId }),
    by(host, { type: 'PublishRound', roundId, sharing: SHARED_AT_FIRST }),
    { by: null, command: join('c0', 'candidate') },
  ];
}

function join(name: string, tokenHash: string, prefix = 'pr_'): RoomCommand {
  return { type: 'JoinRoom', memberId: idOf(name), principalIds: [`${prefix}${name}`], name, tokenHash };
}

type Wish = Pick<Step, 'by' | 'command'> & Partial<Context>;

/** A person's possible commands now. A command that is in the list several times is more likely. */
function randomStep(state: RoomState, random: Random): Wish {
  const people = state.members.filter((member) => member.status === 'in' || random.chance(0.05));
  const anybody = () => random.pick(people.length > 0 ? people : state.members).memberId;
  const round = currentRound(state);
  if (state.tryOut?.alone && random.chance(0.4)) return wishAlone(state, state.tryOut, random);
  if (state.phase === 'ended' && random.chance(0.5))
    return { by: state.hostId, command: { type: 'ReopenRoom' } };
  if (!isLobbyOpen(state) && random.chance(0.2)) return { by: state.hostId, command: { type: 'OpenLobby' } };
  const groups = [
    () => (random.chance(0.3) ? returnWish(state, random) : peopleWish(state, anybody(), random)),
    ...(round && !isOver(round.phase)
      ? Array.from({ length: 7 }, () => () => roundWish(state, round, anybody, random))
      : Array.from({ length: 4 }, () => () => between(state, round, anybody, random))),
  ];
  return random.pick(groups)();
}

/** What somebody who practises alone does, and the one who asks them. */
function wishAlone(state: RoomState, { visitorId }: TryOut, random: Random): Wish {
  const round = currentRound(state);
  if (!round || isOver(round.phase))
    return { by: state.hostId, command: { type: 'StartRound', candidateId: visitorId } };
  const ask = round.asks.at(-1);
  const askId = ask?.askId ?? 'a1';
  const pointId = random.pick(['g1-q1-p1', 'g2-q1-p1', 'none']);
  if (!round.liveAskId && random.chance(0.5))
    return {
      by: state.hostId,
      command: { type: 'PushItem', itemId: random.pick(round.agenda), liveAskId: null },
    };
  const command = random.pick<Command>([
    { type: 'FinishAnswer', askId },
    { type: 'FinishAnswer', askId },
    { type: 'GoOnAnswering', askId },
    { type: 'MarkOwnPoint', askId, pointId, mark: random.pick([...MARKS, null]), atMs: random.int(9_000) },
    { type: 'RateOwnAnswer', askId, value: random.pick([null, 1 + random.int(5)]) },
    { type: 'LeaveAnswer', askId },
  ]);
  return { by: visitorId, command };
}

function peopleWish(state: RoomState, somebody: string, random: Random): Wish {
  const host = state.hostId;
  const other = random.pick(state.members).memberId;
  const waiting = state.members.find((member) => member.status === 'waiting')?.memberId ?? other;
  const name = `p${random.int(4)}`;
  const by = (who: string | null, command: RoomCommand): Wish => ({ by: who, command });
  return random.pick<() => Wish>([
    () => by(null, join(name, random.pick(['panelist', 'candidate', 'observer', 'observer2']))),
    () => by(null, join(name, random.pick(['panelist', 'candidate', 'observer']))),
    () => by(host, { type: 'AdmitMember', memberId: waiting }),
    () => by(host, { type: random.chance(0.7) ? 'AdmitMember' : 'DeclineMember', memberId: waiting }),
    () => by(host, { type: 'ChangeRole', memberId: other, role: random.pick(ROLES) }),
    () =>
      by(random.chance(0.5) ? host : somebody, {
        type: 'RenameMember',
        memberId: random.chance(0.5) ? somebody : other,
        name: `N ${random.token(4)}`,
      }),
    () => by(host, random.chance(0.3) ? { type: 'RemoveMember', memberId: other } : { type: 'ReclaimHost' }),
    () => by(host, { type: 'HandOverHost', memberId: other }),
    () => ({ by: somebody, command: { type: 'TakeOverHost' }, hostAwayMs: random.int(60_000) }),
    () => by(state.displacedHostId ?? somebody, { type: 'ReclaimHost' }),
    () =>
      by(
        somebody,
        random.chance(0.2) ? { type: 'LeaveRoom' } : { type: 'SetReady', ready: random.chance(0.5) },
      ),
    () => by(host, { type: 'ChangeSettings', settings: settingsChange(random) }),
    () => by(host, { type: 'ChangeSettings', settings: settingsChange(random) }),
    () => by(host, { type: 'SetAgenda', items: agenda(state, random) }),
    () =>
      by(host, {
        type: 'IssueInvite',
        invite: testInvite('observer', { inviteId: 'iv_observer20000', tokenHash: 'observer2' }),
      }),
    () =>
      by(
        host,
        random.chance(0.02) ? { type: 'EndRoom' } : { type: 'RevokeInvite', inviteId: 'iv_observer20000' },
      ),
  ])();
}

/** Return links, given seats, and rooms that reopen. */
function returnWish(state: RoomState, random: Random): Wish {
  const host = state.hostId;
  const other = random.pick(state.members);
  const { memberId } = other;
  const waiting = state.members.find(({ status }) => status === 'waiting')?.memberId ?? memberId;
  const out = state.members.find(({ status }) => status === 'removed' || status === 'declined');
  const link = state.members.flatMap(({ returnLink }) => returnLink?.tokenHash ?? []);
  const tokenHash = link.length > 0 ? random.pick(link) : 'none';
  const left = state.members.find(({ status }) => status === 'left')?.memberId ?? memberId;
  return random.pick<Wish>([
    { by: host, command: { type: 'AdmitEveryone' } },
    { by: host, command: { type: 'LetBackIn', memberId: out?.memberId ?? memberId } },
    { by: host, command: { type: 'GiveSeat', memberId: waiting, seatOf: memberId } },
    { by: left, command: { type: 'ReturnToRoom' } },
    {
      by: memberId,
      command: { type: 'IssueReturnLink', returnId: `rl_${memberId}`, tokenHash: `return-${memberId}` },
    },
    {
      by: null,
      command: { type: 'FollowReturnLink', principalIds: [`pr_device${random.int(3)}`], tokenHash },
    },
  ]);
}

function settingsChange(random: Random): Extract<Command, { type: 'ChangeSettings' }>['settings'] {
  return random.pick([
    { autoReveal: random.chance(0.5) },
    { waitingRoom: random.chance(0.5) },
    { hostRates: random.chance(0.5) },
    { startsAt: random.pick([null, 1_000_000 + A_DAY, 1_000_000 + 3 * A_DAY]) },
    { sharesChecklist: random.chance(0.5) },
    { title: `Panel ${random.int(3)}` },
    { targetSeconds: random.pick([null, 60]) },
    { callLink: random.pick([null, 'https://call.example/1']) },
    {
      slots: random.pick([
        [{ groupId: 'g2' }, CODE],
        [{ groupId: null }, { groupId: 'g1' }],
      ]),
    },
  ]);
}

function agenda(state: RoomState, random: Random): string[] {
  const all = [...state.pack.questions, ...state.pack.exercises].map((item) => item.id);
  const pool = currentRound(state)?.pool ?? all;
  return random.shuffle(pool).slice(0, random.int(4));
}

function between(state: RoomState, round: Round | undefined, anybody: () => string, random: Random): Wish {
  if (round && random.chance(0.3)) return { by: anybody(), command: lateWords(round, random) };
  if (round && random.chance(0.12))
    return { by: state.hostId, command: closingCommand(random.pick(state.rounds).roundId, random) };
  if (random.chance(0.15)) return homeReading(state, anybody(), random);
  const next = state.members.find((member) => member.status === 'waiting' && member.role === 'candidate');
  if (next && !isSeatTaken(state, next) && random.chance(0.8))
    return { by: state.hostId, command: { type: 'AdmitMember', memberId: next.memberId } };
  if (round && random.chance(0.55)) return { by: null, command: join(`c${random.int(3)}`, 'candidate') };
  if (random.chance(0.3)) return warmUpWish(state, anybody(), random);
  const candidateId = random.chance(0.7) ? null : anybody();
  return { by: state.hostId, command: { type: 'StartRound', candidateId } };
}

function homeReading({ hostId, homeReading: open, pack }: RoomState, somebody: string, random: Random): Wish {
  if (open && random.chance(0.5)) return { by: somebody, command: { type: 'ReadHomeCode' } };
  if (random.chance(0.2)) return { by: hostId, command: { type: 'CloseHomeReading' } };
  const { id: itemId } = random.pick(pack.exercises);
  const hours = random.chance(0.5) ? 1 + random.int(24) : undefined;
  return { by: hostId, command: { type: 'OpenHomeReading', itemId, ...(hours && { hours }) } };
}

function warmUpWish({ hostId }: RoomState, somebody: string, random: Random): Wish {
  return random.pick<Wish>([
    { by: hostId, command: { type: 'StartWarmUp' } },
    { by: somebody, command: { type: 'RateSample', no: 1, value: 1 + random.int(5) } },
    { by: somebody, command: { type: 'RateSample', no: 1 + random.int(2), value: 1 + random.int(5) } },
    { by: somebody, command: { type: 'AgreeToOpen' } },
    { by: hostId, command: { type: random.chance(0.3) ? 'ShowSpread' : 'StartWarmUp' } },
    { by: hostId, command: random.chance(0.2) ? { type: 'EndWarmUp' } : { type: 'StartWarmUp' } },
  ]);
}

function lateWords(round: Round, random: Random): Command {
  const ask = round.asks.at(-1)?.askId ?? 'a1';
  const text = `words ${random.token(8)}`;
  return random.pick<Command>([
    feedback(round.roundId, random),
    { type: 'WriteReflection', roundId: round.roundId, text, shared: random.chance(0.5) },
    {
      type: 'WriteNote',
      askId: ask,
      noteId: `note-000${random.int(3)}`,
      text,
      atMs: 1,
      share: random.pick(NOTE_SHARES),
    },
    { type: 'SendMessage', roundId: round.roundId, text },
  ]);
}

function roundWish(state: RoomState, round: Round, anybody: () => string, random: Random): Wish {
  const { hostId } = state;
  const { roundId } = round;
  const ask = round.asks.length > 0 ? random.pick(round.asks) : undefined;
  if (!ask || (round.phase === 'asking' && round.liveAskId === null)) {
    if (random.chance(0.15)) return { by: hostId, command: { type: 'DiscardRound', roundId } };
    return { by: anybody(), command: push(state, round, random) };
  }
  if (random.chance(round.phase === 'asking' ? 0.05 : 0.25))
    return { by: hostId, command: forward(state, round, random) };
  if (random.chance(0.03)) return { by: hostId, command: back(round, random) };
  if (random.chance(0.05)) return { by: hostId, command: { type: 'RevealRatings', askId: ask.askId } };
  if (random.chance(0.02)) return { by: anybody(), command: { type: 'TakePart', roundId } };
  if (round.phase !== 'asking' && random.chance(0.5)) {
    const verdict = random.pick(VERDICTS);
    const rationale = `why ${random.token(8)}`;
    return random.pick<Wish>([
      { by: anybody(), command: { type: 'SubmitVerdict', roundId, verdict, rationale } },
      { by: anybody(), command: { type: 'SubmitVerdict', roundId, verdict, rationale } },
      { by: anybody(), command: feedback(roundId, random) },
      {
        by: hostId,
        command: random.chance(0.5) ? { type: 'CallCandidateBack', roundId } : summary(roundId, random),
      },
      { by: hostId, command: excuse(round, anybody()) },
      { by: round.candidateId, command: { type: 'RateSelf', askId: ask.askId, value: value(random) } },
      { by: round.candidateId, command: lateWords(round, random) },
    ]);
  }
  if (ask.code && random.chance(0.4)) return coding(state, ask.askId, anybody, random);
  return random.chance(0.25)
    ? { by: anybody(), command: steering(state, round, ask, random) }
    : { by: anybody(), command: listening(state, round, ask, random) };
}

function forward({ settings }: RoomState, round: Round, random: Random): Command {
  const { roundId } = round;
  return random.pick<Command>([
    { type: 'StartDeliberation', roundId },
    { type: 'OpenDebrief', roundId },
    settings.format === 'peer' || random.chance(0.35)
      ? { type: 'PublishRound', roundId, sharing: randomSharing(random) }
      : { type: 'RecordDecision', roundId, decision: random.pick(DECISIONS), why: `why ${random.token(8)}` },
  ]);
}

function back({ roundId }: Round, random: Random): Command {
  return { type: random.pick(['ResumeAsking', 'DiscardRound']), roundId };
}

/** The host's commands about a round that is over, or nearly over, and about what its candidate gets. */
function closingCommand(roundId: string, random: Random): Command {
  const text = `words ${random.token(8)}`;
  return random.pick<Command>([
    { type: 'RecordDecision', roundId, decision: random.pick(DECISIONS), why: text },
    { type: 'PublishRound', roundId, sharing: randomSharing(random) },
    { type: 'ChangeSharing', roundId, sharing: randomSharing(random) },
    { type: 'WithdrawScorecard', roundId },
    summary(roundId, random),
    { type: 'CallCandidateBack', roundId },
  ]);
}

function randomSharing(random: Random): Sharing {
  return {
    ratings: random.pick(['none', 'means', 'named']),
    verdicts: random.chance(0.5),
    keyPoints: random.chance(0.5),
    evidence: random.chance(0.5),
    feedback: random.chance(0.5),
  };
}

function excuse({ roundId, excused }: Round, memberId: string): Command {
  return { type: excused.includes(memberId) ? 'UnexcuseVerdict' : 'ExcuseVerdict', roundId, memberId };
}

function summary(roundId: string, random: Random): Command {
  return { type: 'WriteSummary', roundId, text: `words ${random.token(8)}` };
}

function feedback(roundId: string, random: Random): Command {
  const text = () => `words ${random.token(8)}`;
  return { type: 'WriteFeedback', roundId, keepDoing: text(), workOn: text() };
}

function push(state: RoomState, round: Round, random: Random): Command {
  const all = [...state.pack.questions, ...state.pack.exercises].map((item) => item.id);
  if (random.chance(0.25)) return pushCode(state, round, random);
  const heard = new Set(allRounds(state).flatMap((other) => other.asks.map((ask) => ask.itemId)));
  const free = (round.pool ?? all).filter((itemId) => !heard.has(itemId) || random.chance(0.1));
  return { type: 'PushItem', itemId: random.pick(free.length > 0 ? free : all), liveAskId: round.liveAskId };
}

/** An exercise, for a review or a rewrite. */
function pushCode(state: RoomState, round: Round, random: Random): Command {
  const all = state.pack.exercises.map(({ id }) => id);
  const dealt = all.filter((id) => round.pool?.includes(id));
  const itemId = random.pick([...(dealt.length > 0 && random.chance(0.8) ? dealt : all), SCRATCH_PAD]);
  const mode = random.pick(CODE_MODES);
  return { type: 'PushItem', itemId, liveAskId: round.liveAskId, mode, language: 'ruby' };
}

/** A person's commands about a live exercise. */
function coding(state: RoomState, askId: string, anybody: () => string, random: Random): Wish {
  const lines = { from: 1 + random.int(3), to: 1 + random.int(3) };
  const place = { from: random.token(8), to: random.token(8) };
  const text = `code ${random.token(8)}`;
  const by = (who: string, command: Command): Wish => ({ by: who, command });
  const findId = `find-000${random.int(3)}`;
  const set = random.pick(['shown', 'hidden', 'none'] as const);
  const results = [{ name: text, ok: random.chance(0.5), message: '' }];
  return random.pick<() => Wish>([
    () => by(state.hostId, { type: 'HandPen', askId, memberId: anybody() }),
    () => by(state.hostId, { type: 'TakePen', askId }),
    () => by(state.hostId, { type: 'GiveHint', askId, no: 1 + random.int(2) }),
    () => by(anybody(), { type: 'AddFind', askId, findId, text, lines, place, atMs: random.int(9_000) }),
    () => by(anybody(), { type: 'AddFind', askId, findId, text, lines: null, atMs: random.int(9_000) }),
    () => by(anybody(), { type: 'RemoveFind', askId, findId }),
    () =>
      by(anybody(), { type: 'PointAt', askId, lines, place, text, to: random.pick(['panel', 'everyone']) }),
    () => by(anybody(), { type: 'ClearPoint', askId, to: random.pick(['panel', 'everyone']) }),
    () => by(anybody(), { type: 'ReportChecks', askId, set, results, output: text }),
  ])();
}

function steering(state: RoomState, round: Round, ask: Ask, random: Random): Command {
  const askId = round.liveAskId ?? ask.askId;
  const item = state.pack.questions.find((question) => question.id === ask.itemId);
  const followUpId = item ? random.pick(item.followUps).id : 'none';
  return random.pick<Command>([
    push(state, round, random),
    push(state, round, random),
    { type: 'PushFollowUp', askId, followUpId },
    { type: 'PauseClock', askId },
    { type: 'ResumeClock', askId },
    { type: 'AddTime', askId, seconds: 60 },
    { type: 'TakeMoment', askId },
    { type: 'WithdrawAsk', askId },
    { type: 'SkipAsk', askId },
    { type: 'ReturnToAsk', askId: ask.askId },
    { type: 'RaiseHand', raised: random.chance(0.5) },
  ]);
}

function listening(state: RoomState, round: Round, ask: Ask, random: Random): Command {
  const { askId } = ask;
  const item = [...state.pack.questions, ...state.pack.exercises].find((known) => known.id === ask.itemId);
  const pointId = item?.points.length ? random.pick(item.points).id : 'none';
  const noteId = `note-000${random.int(3)}`;
  const text = `words ${random.token(8)}`;
  return random.pick<Command>([
    { type: 'SubmitRating', askId, value: value(random) },
    { type: 'SubmitRating', askId, value: value(random) },
    { type: 'SubmitRating', askId, value: value(random) },
    { type: 'MarkPoint', askId, pointId, mark: random.pick([...MARKS, null]) },
    { type: 'MarkPoint', askId, pointId, mark: random.pick(MARKS) },
    { type: 'MarkStar', askId, letter: random.pick(STAR_LETTERS), atMs: random.pick([null, 1_000]) },
    { type: 'WriteNote', askId, noteId, text, atMs: random.int(9_000), share: random.pick(NOTE_SHARES) },
    { type: 'DeleteNote', askId, noteId },
    { type: 'RevealRatings', askId },
    { type: 'RateAgain', askId, value: value(random) },
    { type: 'SendMessage', roundId: round.roundId, text },
  ]);
}

function value(random: Random): number | null {
  return random.chance(0.15) ? null : 1 + random.int(5);
}
