import type { Command } from '../../protocol/commands';
import type { Pack, PackItem } from '../../protocol/pack';
import { allRounds, currentRound } from '../../room/core/state';
import type { Lived, Step } from '../lives';
import type { Random } from '../seeded-random';
import type { Scene } from './scene';
import { withCommand } from './vary';

/** Changes everything in a pack that a candidate may not see; ids and prompts stay. */
function withOtherAnswers(pack: Pack, keepText: ReadonlySet<string>, random: Random): Pack {
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
      : {
          improved: text(),
          reasons: [],
          hints: item.hints.map((hint, index) =>
            keepText.has(`${item.id}/hint-${index + 1}`) ? hint : text(),
          ),
          afterHint: text(),
          checks: item.checks && { ...item.checks, hidden: text() },
        }),
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

/** Items that the viewer saw on a panel, and pushed follow-ups, stay unchanged. */
export function otherAnswers(scene: Scene, alsoPrompts: boolean): Step[] | null {
  const { end, viewer, random, lives } = scene;
  const keep = new Set<string>();
  for (const round of allRounds(end)) {
    if (end.settings.format === 'peer' && round.candidateId !== viewer)
      for (const itemId of round.pool ?? []) keep.add(itemId);
    for (const ask of round.asks) {
      for (const { followUpId } of ask.followUps) keep.add(`${ask.itemId}/${followUpId}`);
      for (const { no } of ask.code?.hints ?? []) keep.add(`${ask.itemId}/hint-${no}`);
    }
  }
  const pack = withOtherAnswers(end.pack, keep, random);
  const own = allRounds(end).filter((round) => round.candidateId === viewer);
  const heard = new Set(own.flatMap((round) => round.asks.map((ask) => ask.itemId)));
  return withPack(lives, alsoPrompts ? reworded(pack, (id) => keep.has(id) || heard.has(id), scene) : pack);
}

function withPack(lives: readonly Lived[], pack: Pack): Step[] {
  return lives.map(({ step }) =>
    step.command.type === 'OpenRoom' ? withCommand(step, { ...step.command, pack }) : step,
  );
}

/** A one-to-one exchange of items that are never pushed. */
function exchange(scene: Scene): (itemId: string) => string {
  const { end, random } = scene;
  const pushed = new Set(allRounds(end).flatMap((round) => round.asks.map((ask) => ask.itemId)));
  const all = [...end.pack.questions, ...end.pack.exercises].map((item) => item.id);
  const free = (scene.round.pool ?? all).filter((itemId) => !pushed.has(itemId));
  const mixed = random.shuffle(free);
  return (itemId) => mixed[free.indexOf(itemId)] ?? itemId;
}

/** Exchanges the items to come, and reorders the agenda whenever that is possible. */
export function otherAgenda(scene: Scene): Step[] {
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
    // An agenda that was set before asking was resumed has the length that the candidate is told; the round's has not.
    if (round.agenda.length !== after.settings.agenda.length) return [step];
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

/** The same pack with other questions. In a peer room the exercises differ too; a led candidate may read one at home. */
function reworded(pack: Pack, keeps: (itemId: string) => boolean, { end, random }: Scene): Pack {
  const words = () => `Other ${random.token(8)}?`;
  const isPeer = end.settings.format === 'peer';
  return {
    ...pack,
    questions: pack.questions.map((item) => (keeps(item.id) ? item : { ...item, prompt: words() })),
    exercises: pack.exercises.map((item) =>
      keeps(item.id) || !isPeer
        ? item
        : { ...item, title: words(), prompt: words(), original: words(), checks: null },
    ),
  };
}

/** Questions and exercises that are not in anybody's pool yet. */
export function otherPools(scene: Scene): Step[] | null {
  const { end, random, lives } = scene;
  if (end.settings.format !== 'peer') return null;
  const dealt = new Set(allRounds(end).flatMap((round) => round.pool ?? []));
  const pack = reworded(withOtherAnswers(end.pack, dealt, random), (id) => dealt.has(id), scene);
  return withPack(lives, { ...pack, notes: end.pack.notes, groups: end.pack.groups });
}
