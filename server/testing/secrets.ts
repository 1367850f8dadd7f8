import type { Command } from '../protocol/commands';
import type { Pack, PackItem } from '../protocol/pack';
import { MARKS, STAR_LETTERS, VERDICTS } from '../protocol/words';
import type { RoomCommand } from '../room/decision';
import { type Channel, channelOf, currentRound, type RoomState, type Round } from '../room/state';
import { idOf } from './given';
import type { Lived, Step } from './random-room';
import type { Random } from './seeded-random';
import { testInvite } from './stories';

/** A room's life as one of its members may look at it, at its end. */
export interface Scene {
  lives: readonly Lived[];
  end: RoomState;
  round: Round;
  /** Where the round that goes on (or was the last) began. */
  since: number;
  viewer: string;
  random: Random;
}

/** Another life that this viewer may not be able to tell from the first, for one row of the table. */
export interface Secret {
  /** Rows of the table in SPEC.md. */
  rows: string;
  channels: readonly Channel[];
  what: string;
  /** Null where the life holds nothing of the kind. */
  vary(scene: Scene): Step[] | null;
}

type Change = (step: Step, index: number) => Step | null | 'leave';

/** Changes or leaves out (null) others' steps of the round; what no change wants stays. */
function changed(scene: Scene, change: Change): Step[] {
  return scene.lives.flatMap(({ step }, index) => {
    if (index <= scene.since || step.by === scene.viewer) return [step];
    const other = change(step, index);
    return other === 'leave' ? [step] : (other ?? []);
  });
}

/** Adds steps of others at random places of the round. */
function inserted(scene: Scene, steps: readonly Step[], make: (state: RoomState) => Wish | null): Step[] {
  const { random, since } = scene;
  const after = (index: number) => (index > since && random.chance(0.25) ? make(scene.end) : null);
  return steps.flatMap((step, index) => {
    const wish = after(index);
    return wish && wish.by !== scene.viewer ? [step, { ...step, hostAwayMs: null, ...wish }] : [step];
  });
}

type Wish = Pick<Step, 'by' | 'command'>;
const isOneOf = <T extends RoomCommand['type']>(command: RoomCommand, ...types: T[]): boolean =>
  types.some((type) => type === command.type);

function withCommand(step: Step, command: RoomCommand): Step {
  return { ...step, command };
}

/** Left out, kept, or with other content: each as often. */
function otherwise(step: Step, random: Random, other: RoomCommand): Step | null {
  const fate = random.int(3);
  return fate === 0 ? null : fate === 1 ? step : withCommand(step, other);
}

function otherValue(random: Random): number | null {
  return random.pick([1, 2, 3, 4, 5, null]);
}

function otherContent(command: Command, random: Random): Command {
  const text = `other ${random.token(8)}`;
  switch (command.type) {
    case 'SubmitRating':
    case 'RateAgain':
    case 'RateSelf':
      return { ...command, value: otherValue(random) };
    case 'MarkPoint':
      return { ...command, mark: random.pick([...MARKS, null]) };
    case 'MarkStar':
      return { ...command, letter: random.pick(STAR_LETTERS), atMs: random.pick([null, 7]) };
    case 'WriteNote':
      return { ...command, text, atMs: random.int(9_999) };
    case 'SendMessage':
    case 'WriteReflection':
      return { ...command, text };
    case 'SubmitVerdict':
      return { ...command, verdict: random.pick(VERDICTS), rationale: text };
    default:
      return command;
  }
}

const askOf = (command: RoomCommand): string | null => ('askId' in command ? command.askId : null);
const isCommand = (command: RoomCommand): command is Command =>
  !isOneOf(command, 'OpenRoom', 'JoinRoom', 'IssueInvite', 'RevokeInvite');

function varyTypes(
  scene: Scene,
  types: readonly Command['type'][],
  applies: (step: Step, scene: Scene) => boolean = () => true,
): Step[] {
  return changed(scene, (step) => {
    const { command } = step;
    if (!isCommand(command) || !isOneOf(command, ...types) || !applies(step, scene)) return 'leave';
    return otherwise(step, scene.random, otherContent(command, scene.random));
  });
}

/** Panel work that somebody else may do at any moment of the round. */
function panelWork(scene: Scene): Wish | null {
  const { random, round, end } = scene;
  const ask = round.asks.length > 0 ? random.pick(round.asks) : null;
  const by = random.pick(end.members).memberId;
  if (!ask || by === scene.viewer || by === round.candidateId) return null;
  const { askId } = ask;
  const points = end.pack.questions.find((item) => item.id === ask.itemId)?.points ?? [];
  const text = `more ${random.token(8)}`;
  return {
    by,
    command: random.pick<Command>([
      { type: 'SubmitRating', askId, value: otherValue(random) },
      { type: 'RateAgain', askId, value: otherValue(random) },
      { type: 'MarkPoint', askId, pointId: points[0]?.id ?? 'none', mark: random.pick(MARKS) },
      { type: 'MarkStar', askId, letter: 'T', atMs: random.int(9_999) },
      { type: 'RevealRatings', askId },
      {
        type: 'WriteNote',
        askId,
        noteId: `more-${random.token(8)}`,
        text,
        atMs: 1,
        shared: random.chance(0.5),
      },
      { type: 'SendMessage', roundId: round.roundId, text },
      { type: 'RaiseHand', raised: random.chance(0.5) },
    ]),
  };
}

/** What a candidate may not see of a pack, made other; its ids and its prompts stay. */
export function withOtherAnswers(pack: Pack, keepText: ReadonlySet<string>, random: Random): Pack {
  const text = () => `other ${random.token(10)}`;
  const other = <T extends PackItem>(item: T): T => ({
    ...item,
    points: item.points.map((point) => ({ ...point, text: text(), context: random.pick([null, text()]) })),
    followUps: item.followUps.map((followUp) => ({
      ...followUp,
      text: keepText.has(`${item.id}/${followUp.id}`) ? followUp.text : text(),
      when: text(),
    })),
    anchors: random.pick([null, { '1': text(), '2': null, '3': text(), '4': text(), '5': text() }]),
    notes: [text()],
    ...(item.kind === 'question'
      ? { why: text(), weakAnswers: [text()], level: text(), behavioural: random.chance(0.5) }
      : { improved: text(), reasons: [], hints: [text()] }),
  });
  return {
    ...pack,
    notes: [text()],
    tips: [],
    groups: pack.groups.map((group) => ({ ...group, notes: [text()] })),
    questions: pack.questions.map((item) => (keepText.has(item.id) ? item : other(item))),
    exercises: pack.exercises.map((item) => (keepText.has(item.id) ? item : other(item))),
  };
}

/** Items that the viewer saw on a panel stay as they are, and the follow-ups that were pushed. */
function otherAnswers(scene: Scene, alsoPrompts: boolean): Step[] | null {
  const { end, viewer, random, lives } = scene;
  const keep = new Set<string>();
  for (const round of end.rounds) {
    if (end.settings.format === 'peer' && round.candidateId !== viewer)
      for (const itemId of round.pool ?? []) keep.add(itemId);
    for (const ask of round.asks)
      for (const { followUpId } of ask.followUps) keep.add(`${ask.itemId}/${followUpId}`);
  }
  const pack = withOtherAnswers(end.pack, keep, random);
  const own = end.rounds.filter((round) => round.candidateId === viewer);
  const heard = new Set(own.flatMap((round) => round.asks.map((ask) => ask.itemId)));
  const reworded = {
    ...pack,
    questions: pack.questions.map((item) =>
      keep.has(item.id) || heard.has(item.id) ? item : { ...item, prompt: `Other ${random.token(8)}?` },
    ),
  };
  return withPack(lives, alsoPrompts ? reworded : pack);
}

function withPack(lives: readonly Lived[], pack: Pack): Step[] {
  return lives.map(({ step }) =>
    step.command.type === 'OpenRoom' ? withCommand(step, { ...step.command, pack }) : step,
  );
}

/** A one-to-one exchange of items that were never pushed. */
function exchange(scene: Scene): (itemId: string) => string {
  const { end, random } = scene;
  const pushed = new Set(end.rounds.flatMap((round) => round.asks.map((ask) => ask.itemId)));
  const all = [...end.pack.questions, ...end.pack.exercises].map((item) => item.id);
  const free = (scene.round.pool ?? all).filter((itemId) => !pushed.has(itemId));
  const mixed = random.shuffle(free);
  return (itemId) => mixed[free.indexOf(itemId)] ?? itemId;
}

/** The items to come are others, and the agenda is put in another order at moments when that can be done. */
function otherAgenda(scene: Scene): Step[] {
  const { random, end, lives, since } = scene;
  const other = exchange(scene);
  const led = end.settings.format === 'led';
  const steps = lives.flatMap(({ step, after }, index): Step[] => {
    const { command } = step;
    if (command.type === 'OpenRoom' && led) {
      const agenda = command.settings.agenda.map(other);
      return [withCommand(step, { ...command, settings: { ...command.settings, agenda } })];
    }
    if (command.type === 'SetAgenda' && (led || index > since)) {
      return [withCommand(step, { ...command, items: command.items.map(other) })];
    }
    const round = after && currentRound(after);
    if (!led || !after || index <= since || round?.phase !== 'asking' || random.chance(0.7)) return [step];
    return [
      step,
      { ...step, hostAwayMs: null, by: after.hostId, command: reordered(round.agenda.map(other), random) },
    ];
  });
  return steps;
}

function reordered(items: string[], random: Random): Command {
  return { type: 'SetAgenda', items: random.shuffle(items) };
}

/** Somebody knocks where people wait, links are renewed once nobody joins any more, auto-reveal goes on and off. */
function otherDoor(scene: Scene, alsoSettings: boolean): Step[] | null {
  const { lives, random, viewer, since } = scene;
  if (lives.some(({ after }) => after?.hostId === viewer)) return null;
  const lastJoin = lives.findLastIndex(({ step }) => step.command.type === 'JoinRoom');
  let knocks = 0;
  return lives.flatMap(({ step, after }, index): Step[] => {
    if (!after || after.phase === 'ended' || random.chance(0.6)) return [step];
    const extra = (by: string | null, command: RoomCommand): Step => ({
      ...step,
      hostAwayMs: null,
      by,
      command,
    });
    if (index > lastJoin) {
      const inviteId = `iv_${random.token(12)}`;
      const invite = testInvite('panelist', { inviteId, tokenHash: inviteId });
      return [step, extra(after.hostId, { type: 'IssueInvite', invite })];
    }
    if (alsoSettings && index > since && random.chance(0.5)) {
      return [
        step,
        extra(after.hostId, { type: 'ChangeSettings', settings: { autoReveal: random.chance(0.5) } }),
      ];
    }
    if (!after.settings.waitingRoom) return [step];
    knocks += 1;
    const name = `knock${knocks}`;
    const join: RoomCommand = {
      type: 'JoinRoom',
      memberId: idOf(name),
      principalIds: [`pr_${name}`],
      name,
      tokenHash: 'observer',
    };
    const decline: RoomCommand = { type: 'DeclineMember', memberId: idOf(name) };
    return [step, extra(null, join), ...(random.chance(0.5) ? [extra(after.hostId, decline)] : [])];
  });
}

const isClosed = (step: Step, { round }: Scene): boolean =>
  round.asks.some((ask) => ask.askId === askOf(step.command) && ask.reveal === null);

/** First ratings with other values, changed more often or less: a rating stays one, since they are counted. */
function otherRatings(scene: Scene): Step[] {
  return givenOtherwise(
    scene,
    (step) => step.command.type === 'SubmitRating' && isClosed(step, scene),
    ({ by, command }, before) => {
      const ask = before.rounds
        .flatMap((round) => round.asks)
        .find((other) => other.askId === askOf(command));
      return by !== null && ask !== undefined && by in ask.first;
    },
  );
}

function otherVerdicts(scene: Scene): Step[] {
  return givenOtherwise(
    scene,
    (step) => step.command.type === 'SubmitVerdict',
    ({ by }, before) => {
      const round = currentRound(before);
      return by !== null && round !== undefined && by in round.verdicts && !round.excused.includes(by);
    },
  );
}

/** What others gave holds something else, and what only changes something given is left out or done twice. */
function givenOtherwise(
  scene: Scene,
  applies: (step: Step) => boolean,
  isChange: (step: Step, before: RoomState) => boolean,
): Step[] {
  const { lives, since, viewer, random } = scene;
  return lives.flatMap(({ step, before, decision }, index): Step[] => {
    const { command } = step;
    if (index <= since || step.by === viewer || !isCommand(command) || !applies(step)) return [step];
    const other = () => withCommand(step, otherContent(command, random));
    if (decision.ok && before && isChange(step, before) && random.chance(0.4)) return [];
    return decision.ok && random.chance(0.4) ? [other(), other()] : [other()];
  });
}

/** Notes that their authors never shared. */
function otherPrivateNotes(scene: Scene): Step[] {
  const key = ({ by, command }: Step) =>
    command.type === 'WriteNote' || command.type === 'DeleteNote'
      ? `${by}/${command.askId}/${command.noteId}`
      : '';
  const shared = new Set(
    scene.lives.flatMap(({ step }) =>
      step.command.type === 'WriteNote' && step.command.shared ? [key(step)] : [],
    ),
  );
  const steps = varyTypes(scene, ['WriteNote', 'DeleteNote'], (step) => !shared.has(key(step)));
  return inserted(scene, steps, () => {
    const wish = panelWork(scene);
    return wish?.command.type === 'WriteNote'
      ? { ...wish, command: { ...wish.command, shared: false } }
      : null;
  });
}

function otherSelf(scene: Scene): Step[] | null {
  const { round, lives } = scene;
  const open = round.phase === 'debrief' || round.phase === 'published';
  if (!open) return varyTypes(scene, ['RateSelf', 'WriteReflection']);
  const shared = lives.some(({ step }) => step.command.type === 'WriteReflection' && step.command.shared);
  return shared ? null : varyTypes(scene, ['WriteReflection']);
}

/** What observers do who have been nothing else. */
function otherPractice(scene: Scene): Step[] {
  const changedRole = new Set(
    scene.lives.flatMap(({ step }) => (step.command.type === 'ChangeRole' ? [step.command.memberId] : [])),
  );
  const observers = scene.end.members
    .filter((member) => member.role === 'observer' && !changedRole.has(member.memberId))
    .map((member) => member.memberId);
  const work = ['SubmitRating', 'RateAgain', 'MarkPoint', 'MarkStar', 'WriteNote', 'DeleteNote'] as const;
  const isObserver = (by: string | null) => by !== null && observers.includes(by);
  const steps = varyTypes(scene, work, (step) => isObserver(step.by));
  return inserted(scene, steps, () => {
    const wish = panelWork(scene);
    return wish && isObserver(wish.by) && isOneOf(wish.command, ...work) ? wish : null;
  });
}

/** Questions that are in nobody's pool yet. */
function otherPools(scene: Scene): Step[] | null {
  const { end, random, lives } = scene;
  if (end.settings.format !== 'peer') return null;
  const dealt = new Set(end.rounds.flatMap((round) => round.pool ?? []));
  const pack = withOtherAnswers(end.pack, dealt, random);
  const questions = pack.questions.map((item) =>
    dealt.has(item.id) ? item : { ...item, prompt: `Other ${random.token(8)}?` },
  );
  return withPack(lives, { ...pack, notes: end.pack.notes, groups: end.pack.groups, questions });
}

const roundCommands = [
  ...([
    'PushItem',
    'PushFollowUp',
    'PauseClock',
    'ResumeClock',
    'AddTime',
    'WithdrawAsk',
    'SkipAsk',
  ] as const),
  ...(['ReturnToAsk', 'TakeMoment', 'SubmitRating', 'RateAgain', 'RevealRatings', 'MarkPoint'] as const),
  ...(['MarkStar', 'WriteNote', 'DeleteNote', 'SendMessage', 'RaiseHand', 'RateSelf'] as const),
  'WriteReflection' as const,
];
const panel = ['host', 'panel'] as const;
const outside = ['bench', 'waiting'] as const;

export const SECRETS: readonly Secret[] = [
  {
    rows: 'SEE-4, SEE-5, SEE-6, SEE-7',
    channels: ['candidate'],
    what: 'ratings, ticks, S-T-A-R marks, reveals and notes of the panel',
    vary: (scene) =>
      inserted(
        scene,
        varyTypes(scene, [
          ...(['SubmitRating', 'RateAgain', 'RevealRatings', 'MarkPoint', 'MarkStar'] as const),
          ...(['WriteNote', 'DeleteNote'] as const),
        ]),
        () => panelWork(scene),
      ),
  },
  {
    rows: 'SEE-10',
    channels: ['candidate'],
    what: 'the side channel and raised hands',
    vary: (scene) => varyTypes(scene, ['SendMessage', 'RaiseHand']),
  },
  { rows: 'SEE-8, SEE-9', channels: ['candidate'], what: 'verdicts', vary: otherVerdicts },
  {
    rows: 'SEE-3',
    channels: ['candidate', ...outside],
    what: 'key points, context, anchors, references and follow-ups to come',
    vary: (scene) => otherAnswers(scene, false),
  },
  { rows: 'SEE-2', channels: ['candidate'], what: 'the agenda of the same length', vary: otherAgenda },
  {
    rows: 'SEE-14',
    channels: ['candidate', 'bench'],
    what: 'the door and the settings',
    vary: (scene) => otherDoor(scene, true),
  },
  { rows: 'SEE-4', channels: panel, what: 'values of others’ ratings that are not open', vary: otherRatings },
  {
    rows: 'SEE-4',
    channels: panel,
    what: 'others’ ticks that are not open',
    vary: (scene) => varyTypes(scene, ['MarkPoint'], isClosed),
  },
  {
    rows: 'SEE-7',
    channels: panel,
    what: 'others’ S-T-A-R marks',
    vary: (scene) => varyTypes(scene, ['MarkStar']),
  },
  { rows: 'SEE-7', channels: panel, what: 'others’ private notes', vary: otherPrivateNotes },
  {
    rows: 'SEE-8',
    channels: panel,
    what: 'others’ verdicts before all are in',
    vary: (scene) => (scene.round.verdictsOpened ? null : otherVerdicts(scene)),
  },
  { rows: 'SEE-11', channels: panel, what: 'self-rating and reflection', vary: otherSelf },
  { rows: 'SEE-12', channels: panel, what: 'questions of those who have still to sit', vary: otherPools },
  { rows: 'SEE-13', channels: panel, what: 'an observer’s practice', vary: otherPractice },
  { rows: 'SEE-14', channels: ['panel'], what: 'the door', vary: (scene) => otherDoor(scene, false) },
  {
    rows: 'SEE-1, SEE-15',
    channels: outside,
    what: 'everything that happens in the round',
    vary: (scene) => {
      const steps = varyTypes(scene, [...roundCommands, 'SubmitVerdict'], ({ command }) =>
        isOneOf(command, ...roundCommands),
      );
      return inserted(scene, steps, () => panelWork(scene));
    },
  },
  {
    rows: 'SEE-1, SEE-15',
    channels: outside,
    what: 'the questions themselves',
    vary: (scene) => otherAnswers(scene, true),
  },
];

/** The scenes of a life: one for each member who still sees something of a room with a round. */
export function scenesOf(lives: readonly Lived[], random: Random): Scene[] {
  const end = lives.at(-1)?.after;
  const round = end && currentRound(end);
  if (!end || !round) return [];
  const since = lives.findIndex(({ after }) => after?.rounds.length === end.rounds.length);
  return end.members
    .filter((member) => channelOf(end, member.memberId) !== null)
    .map(({ memberId }) => ({ lives, end, round, since, viewer: memberId, random }));
}
