import type { Command } from '../../protocol/commands';
import { currentRound, type RoomState } from '../../room/core/state';
import { isOver } from '../../room/rules';
import type { Step } from '../lives';
import { type Scene, sawRound } from './scene';
import { askOf, inserted, isCommand, isOneOf, otherContent, panelWork, varyTypes, withCommand } from './vary';

export const isClosed = (step: Step, { round }: Scene): boolean =>
  round.asks.some((ask) => ask.askId === askOf(step.command) && ask.reveal === null);

/** First ratings get other values and change more or less often. Their number stays, since people see it. */
export function otherRatings(scene: Scene): Step[] {
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

export function otherVerdicts(scene: Scene): Step[] {
  return givenOtherwise(
    scene,
    (step) => step.command.type === 'SubmitVerdict',
    ({ by }, before) => {
      const round = currentRound(before);
      return by !== null && round !== undefined && by in round.verdicts && !round.excused.includes(by);
    },
  );
}

/** Other people's work gets other contents, and changes to it are left out or repeated. */
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

/** Changes notes that their authors never shared. */
export function otherPrivateNotes(scene: Scene): Step[] {
  const key = ({ by, command }: Step) =>
    command.type === 'WriteNote' || command.type === 'DeleteNote'
      ? `${by}/${command.askId}/${command.noteId}`
      : '';
  const shared = new Set(
    scene.lives.flatMap(({ step }) =>
      step.command.type === 'WriteNote' && step.command.share !== 'none' ? [key(step)] : [],
    ),
  );
  const steps = varyTypes(scene, ['WriteNote', 'DeleteNote'], (step) => !shared.has(key(step)));
  return inserted(scene, steps, () => {
    const wish = panelWork(scene);
    return wish?.command.type === 'WriteNote'
      ? { ...wish, command: { ...wish.command, share: 'none' } }
      : null;
  });
}

export function otherSelf(scene: Scene): Step[] | null {
  const { round, lives } = scene;
  const open = round.phase === 'debrief' || isOver(round.phase);
  if (!open) return varyTypes(scene, ['RateSelf', 'WriteReflection']);
  const shared = lives.some(({ step }) => step.command.type === 'WriteReflection' && step.command.shared);
  return shared ? null : varyTypes(scene, ['WriteReflection']);
}

/** Changes the words of feedback and the summary; the panel knows only how many people have written some. */
export function otherFeedback(scene: Scene): Step[] {
  const { lives, viewer } = scene;
  // A host is told of an earlier host's summary, and reads it once it is published.
  const wasHost = lives.some(({ after }) => after?.hostId === viewer);
  return inOtherWords(scene, wasHost ? ['WriteFeedback'] : ['WriteFeedback', 'WriteSummary'], false);
}

/** Changes the words of a led round's decision, and records it again. */
export function otherDecisions(scene: Scene): Step[] {
  return inOtherWords(scene, ['RecordDecision'], true);
}

/** Changes what the host shares, for a viewer who sees it on the scorecard and not in the room. */
export function otherSharing(scene: Scene): Step[] {
  return inOtherWords(scene, ['PublishRound', 'ChangeSharing'], false);
}

/** Other people's accepted commands, with other contents. */
function inOtherWords(scene: Scene, types: readonly Command['type'][], mayRepeat: boolean): Step[] {
  const { lives, viewer, random } = scene;
  return lives.flatMap(({ step, decision }): Step[] => {
    const { command } = step;
    if (step.by === viewer || !isCommand(command) || !decision.ok) return [step];
    if (!isOneOf(command, ...types)) return [step];
    const other = () => withCommand(step, otherContent(command, random));
    return mayRepeat && random.chance(0.5) ? [other(), other()] : [other()];
  });
}

/** The commands of people who have only been observers. */
export function otherPractice(scene: Scene): Step[] {
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

/** Adds a return to asking and back, and late panelists who take part in full. */
export function otherReturns(scene: Scene): Step[] | null {
  const { lives, random, viewer, since } = scene;
  if (sawRound(scene)) return null;
  const steps = lives.flatMap(({ step, decision, after }, index): Step[] => {
    const round = after && currentRound(after);
    if (index <= since || !after || !round || !decision.ok || round.verdictsOpened || random.chance(0.3))
      return [step];
    const { roundId, phase } = round;
    const extra = (by: string, command: Command): Step => ({ ...step, hostAwayMs: null, by, command });
    const panelist = random.pick(after.members).memberId;
    if (phase === 'asking' && panelist !== viewer)
      return [step, extra(panelist, { type: 'TakePart', roundId })];
    if (phase !== 'deliberating' || after.hostId === viewer) return [step];
    const back = extra(after.hostId, { type: 'ResumeAsking', roundId });
    // Their authors are asked anew, and answer the same.
    const verdicts = Object.entries(round.verdicts).map(([by, { verdict, rationale }]) =>
      extra(by, { type: 'SubmitVerdict', roundId, verdict, rationale }),
    );
    return [step, back, extra(after.hostId, { type: 'StartDeliberation', roundId }), ...verdicts];
  });
  return steps.length === lives.length ? null : steps;
}
