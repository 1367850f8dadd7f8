import type { Command } from '../../protocol/commands';
import {
  DECISIONS,
  EVERYTHING_SHARED,
  MARKS,
  NOTE_SHARES,
  SHARED_AT_FIRST,
  STAR_LETTERS,
  VERDICTS,
} from '../../protocol/words';
import { SYSTEM_DECIDERS } from '../../room/core/decide';
import type { RoomCommand } from '../../room/core/decision';
import type { RoomState } from '../../room/core/state';
import type { Step } from '../lives';
import type { Random } from '../seeded-random';
import type { Scene } from './scene';

type Change = (step: Step, index: number) => Step | null | 'leave';

/** Changes or omits (null) others' steps of the round; steps without a change stay. */
export function changed(scene: Scene, change: Change): Step[] {
  return scene.lives.flatMap(({ step }, index) => {
    if (index <= scene.since || step.by === scene.viewer) return [step];
    const other = change(step, index);
    return other === 'leave' ? [step] : (other ?? []);
  });
}

/** Adds steps of others at random places of the round. */
export function inserted(
  scene: Scene,
  steps: readonly Step[],
  make: (state: RoomState) => Wish | null,
): Step[] {
  const { random, since } = scene;
  const after = (index: number) => (index > since && random.chance(0.25) ? make(scene.end) : null);
  return steps.flatMap((step, index) => {
    const wish = after(index);
    return wish && wish.by !== scene.viewer ? [step, { ...step, hostAwayMs: null, ...wish }] : [step];
  });
}

type Wish = Pick<Step, 'by' | 'command'>;
export const isOneOf = <T extends RoomCommand['type']>(command: RoomCommand, ...types: T[]): boolean =>
  types.some((type) => type === command.type);

export function withCommand(step: Step, command: RoomCommand): Step {
  return { ...step, command };
}

/** Omitted, kept, or with other contents, equally often. */
function otherwise(step: Step, random: Random, other: RoomCommand): Step | null {
  const fate = random.int(3);
  return fate === 0 ? null : fate === 1 ? step : withCommand(step, other);
}

export function otherValue(random: Random): number | null {
  return random.pick([1, 2, 3, 4, 5, null]);
}

export function otherContent(command: Command, random: Random): Command {
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
    case 'AddFind':
      return {
        ...command,
        text,
        lines: random.pick([null, { from: 1, to: 2 }]),
        place: { from: text, to: text },
      };
    case 'PointAt':
      return { ...command, text, place: { from: text, to: text } };
    case 'ReportChecks':
      return { ...command, output: text };
    case 'WriteFeedback':
      return { ...command, keepDoing: text, workOn: random.pick(['', text]) };
    case 'RecordDecision':
      return { ...command, decision: random.pick(DECISIONS), why: text };
    case 'PublishRound':
    case 'ChangeSharing':
      return { ...command, sharing: random.pick([EVERYTHING_SHARED, SHARED_AT_FIRST]) };
    case 'WriteSummary':
    case 'SendMessage':
    case 'WriteReflection':
      return { ...command, text };
    case 'SubmitVerdict':
      return { ...command, verdict: random.pick(VERDICTS), rationale: text };
    default:
      return command;
  }
}

export const askOf = (command: RoomCommand): string | null => ('askId' in command ? command.askId : null);
export const isCommand = (command: RoomCommand): command is Command =>
  !Object.hasOwn(SYSTEM_DECIDERS, command.type);

export function varyTypes(
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

/** Panel work that another person may do at any moment of the round. */
export function panelWork(scene: Scene): Wish | null {
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
        share: random.pick(NOTE_SHARES),
      },
      { type: 'SendMessage', roundId: round.roundId, text },
      { type: 'RaiseHand', raised: random.chance(0.5) },
      {
        type: 'AddFind',
        askId,
        findId: `more-${random.token(8)}`,
        text,
        lines: null,
        atMs: random.int(9_999),
      },
      { type: 'PointAt', askId, lines: { from: 1, to: 1 }, text, to: 'panel' },
      { type: 'ReportChecks', askId, set: 'hidden', results: [], output: text },
    ]),
  };
}

/** The same for a code exercise, as far as neither everyone nor the candidate is involved. */
export function codeWork(scene: Scene): Wish | null {
  const wish = panelWork(scene);
  const isCode = wish && isOneOf(wish.command, 'AddFind', 'PointAt', 'ReportChecks');
  return isCode ? wish : null;
}
