import type { Anchors, Pack, PackItem, SampleAnswer } from '../protocol/pack';
import { type Random, seededRandom } from '../testing/seeded-random';

/** One thing to rate: an item, and one of its sample answers. */
export interface TrialItem {
  packId: string;
  item: PackItem;
  sample: SampleAnswer;
}

/** Enough for one sitting, at two minutes of reading each. */
const ITEMS = 10;

/** Random items, the same for a seed, each with one of its sample answers. */
export function trialOf(packs: readonly Pack[], seed: number): TrialItem[] {
  const random = seededRandom(seed);
  const all = packs.flatMap(({ id, questions, exercises }) =>
    [...questions, ...exercises].map((item) => ({ packId: id, item })),
  );
  const rated = all.filter(({ item }) => item.samples.length > 0 && item.anchors !== null);
  return random
    .shuffle(rated)
    .slice(0, ITEMS)
    .map((found) => withSample(found, random));
}

function withSample(found: Omit<TrialItem, 'sample'>, random: Random): TrialItem {
  return { ...found, sample: random.pick(found.item.samples) };
}

/** The sheet for a reader: the prompt, the key points, the anchors and the answer, but not its rating. */
export function sheetOf(items: readonly TrialItem[]): string {
  const sheets = items
    .map(({ item, sample }, at) =>
      [
        `## ${at + 1}\n\n${item.prompt}\n`,
        `Key points:\n${item.points.map((point) => `- ${severityOf(point)}${point.text}\n`).join('')}`,
        `Anchors:\n${anchorLines(item.anchors)}`,
        `Answer:\n\n${sample.text}\n`,
      ].join('\n'),
    )
    .join('\n');
  return `${RULE}\n${sheets}`;
}

/** What every pack says before its first question. */
const RULE =
  'Rate each answer by its anchors alone. From 3 upwards, a level includes the one before it. While an issue marked [critical] is not fixed, 2 is the highest rating.\n';

/** An open critical issue is a ceiling, so a reader has to know which are. */
function severityOf(point: PackItem['points'][number]): string {
  return 'severity' in point && point.severity ? `[${point.severity}] ` : '';
}

function anchorLines(anchors: Anchors | null): string {
  return Object.entries(anchors ?? {})
    .flatMap(([rating, text]) => (text ? [`- ${rating}: ${text}\n`] : []))
    .join('');
}

export function keyOf(items: readonly TrialItem[]): string {
  return items
    .map(({ packId, item, sample }, at) => `${at + 1}. ${packId} ${item.id}: ${sample.rating}\n`)
    .join('');
}
