import type { Bank } from '../protocol/bank';
import type { LineRange } from '../protocol/code';
import { MARKS, SCRATCH_PAD } from '../protocol/words';
import type { Random } from '../testing/seeded-random';
import { type PlayedCode, type PlayedExercises, writesCode } from './simulated-code';
import { accepted, listeners, ofAudience, panelViewOf, raters, steersNow } from './simulated-people';
import type { SimulatedPerson } from './simulated-person';

type Exercise = Extract<Bank['items'][number], { kind: 'exercise' }>;

/** An exercise of the pack with planted issues, and the scratch pad. People do everything in them that they may. */
export async function playExercises(people: SimulatedPerson[], random: Random): Promise<PlayedExercises> {
  const host = steersNow(people);
  const { items } = await host.readsBank();
  const asked = new Set(Object.values((await panelViewOf(host)).asks.asks).map(({ itemId }) => itemId));
  const planted = items.filter(
    (item): item is Exercise => item.kind === 'exercise' && item.points.length > 0 && !asked.has(item.id),
  );
  const played: PlayedExercises = { edits: 0, diverged: [], planted: 0 };
  for (const item of [...random.shuffle(planted).slice(0, 1), null]) {
    const { edits, diverged } = await playExercise(people, item, random);
    if (item) played.planted += 1;
    played.edits += edits;
    played.diverged.push(...diverged);
  }
  return played;
}

/** `item`: null means the scratch pad. */
async function playExercise(
  people: SimulatedPerson[],
  item: Exercise | null,
  random: Random,
): Promise<PlayedCode> {
  const host = steersNow(people);
  const { liveAskId } = (await panelViewOf(host)).asks;
  const mode = random.pick(['review', 'rewrite'] as const);
  const push = { type: 'PushItem', liveAskId, mode } as const;
  await accepted(
    host,
    item ? { ...push, itemId: item.id } : { ...push, itemId: SCRATCH_PAD, language: 'ruby' },
  );
  await Promise.all(people.map((person) => person.looks()));
  const askId = (await panelViewOf(host)).asks.liveAskId ?? '';
  const [candidate] = ofAudience(people, 'candidate');
  const [second] = ofAudience(people, 'panelist');
  if (!candidate) throw new Error('nobody is in the hot seat');
  const [played] = await Promise.all([
    writesCode({
      people: [candidate, ...listeners(people)],
      candidate,
      second,
      askId,
      random,
      handPen: async (to) => {
        const memberId = to.replica.known?.mine.memberId ?? '';
        await accepted(host, { type: 'HandPen', askId, memberId });
      },
      takePen: () => accepted(host, { type: 'TakePen', askId }),
    }),
    givesHints(host, askId, item?.hints ?? []),
    runsChecks(candidate, raters(people), askId, item, random),
    ...raters(people).map((person) => points(person, askId, random)),
    ...listeners(people).map((person) => listens(person, askId, item, random)),
  ]);
  // The last of the panel's ratings can open all of them, and nobody marks an issue after that.
  for (const person of listeners(people))
    await person.sends({ type: 'SubmitRating', askId, value: random.int(5) + 1 });
  await host.sends({ type: 'RevealRatings', askId });
  return played;
}

async function givesHints(host: SimulatedPerson, askId: string, hints: readonly string[]): Promise<void> {
  for (const [index, hint] of hints.slice(0, 2).entries()) {
    host.gives(hint);
    await accepted(host, { type: 'GiveHint', askId, no: index + 1 });
  }
}

/** The candidate runs the code and the shown checks, and a panelist the hidden ones. */
async function runsChecks(
  candidate: SimulatedPerson,
  [panelist]: SimulatedPerson[],
  askId: string,
  item: Exercise | null,
  random: Random,
): Promise<void> {
  const results = [{ name: 'does what it says', ok: random.chance(0.5), message: '' }];
  const report = { type: 'ReportChecks', askId, results } as const;
  await accepted(candidate, {
    ...report,
    set: 'none',
    results: [],
    output: wordsOf(candidate, 'printed', random),
  });
  if (item?.checks?.shown)
    await accepted(candidate, { ...report, set: 'shown', output: wordsOf(candidate, 'output', random) });
  if (item?.checks?.hidden && panelist)
    await accepted(panelist, { ...report, set: 'hidden', output: wordsOf(panelist, 'output', random) });
}

async function points(person: SimulatedPerson, askId: string, random: Random): Promise<void> {
  for (const to of ['panel', 'everyone'] as const) {
    const text = wordsOf(person, `pointer for ${to}`, random);
    await accepted(person, { type: 'PointAt', askId, lines: someLines(random), text, to });
    if (random.chance(0.3)) await accepted(person, { type: 'ClearPoint', askId, to });
  }
}

/** Marks the planted issues and adds finds of their own. */
async function listens(
  person: SimulatedPerson,
  askId: string,
  item: Exercise | null,
  random: Random,
): Promise<void> {
  for (const { id } of item?.points ?? [])
    await accepted(person, { type: 'MarkPoint', askId, pointId: id, mark: random.pick(MARKS) });
  for (let count = 0; count < 2; count += 1) {
    const findId = `find-${random.token(10)}`;
    const lines = random.pick([null, someLines(random)]);
    const text = wordsOf(person, 'find', random);
    await accepted(person, { type: 'AddFind', askId, findId, text, lines, atMs: random.int(60_000) });
  }
}

function someLines(random: Random): LineRange {
  const from = 1 + random.int(10);
  return { from, to: from + random.int(5) };
}

function wordsOf({ name }: SimulatedPerson, what: string, random: Random): string {
  return `${what} of ${name} ${random.token(10)}`;
}
