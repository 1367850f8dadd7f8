import type { Exercise, Pack, Question } from '../protocol/pack';
import type { FoundIn, PackHit } from '../protocol/pack-library';

/** The part of a match that is shown. */
const MOST = 40;

interface Field {
  where: FoundIn | 'title';
  text: string;
  /** The words of the text, as `wordsIn` makes them, each after a space. */
  words: string;
}

const WEIGHTS: Record<Field['where'], number> = { title: 5, tag: 4, issue: 3, point: 3, answer: 2, other: 1 };

/** Every field of every item, made once while the pack is in memory. */
const fields = new WeakMap<Pack, { item: Question | Exercise; fields: Field[] }[]>();

/**
 * Questions and exercises that contain every word of a query, or a word that begins with it, ignoring case, accents and
 * dashes. Matches in titles and tags come first.
 */
export function searchPacks(packs: readonly Pack[], query: string): PackHit[] {
  const terms = [...new Set(wordsIn(query).split(' ').filter(Boolean).map(stem))].slice(0, 8);
  if (terms.length === 0) return [];
  const hits = packs.flatMap((pack) =>
    fieldsOf(pack).flatMap(({ item, fields: all }) => {
      const best = terms.map((term) => all.filter(({ words }) => holds(words, term)));
      if (best.some((found) => found.length === 0)) return [];
      // Words next to each other count more than the same words far apart.
      const together = all.some(({ words }) => terms.every((term) => holds(words, term)));
      const each = best.map((found) => Math.max(...found.map(({ where }) => WEIGHTS[where])));
      const score = each.reduce((sum, weight) => sum + weight, together ? terms.length * 5 : 0);
      return [{ score, hit: hitOf(pack, item, all, terms) }];
    }),
  );
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ hit }) => hit);
}

function hitOf(pack: Pack, item: Question | Exercise, all: Field[], terms: string[]): PackHit {
  const count = ({ words }: Field) => terms.filter((term) => holds(words, term)).length;
  const [best] = [...all].sort((a, b) => count(b) - count(a) || WEIGHTS[b.where] - WEIGHTS[a.where]);
  const found = best && best.where !== 'title' ? { where: best.where, text: best.text } : null;
  const { id: itemId, kind } = item;
  return { packId: pack.id, packTitle: pack.title, itemId, kind, title: titleOf(item), found };
}

const titleOf = (item: Question | Exercise) => (item.kind === 'question' ? item.prompt : item.title);

function fieldsOf(pack: Pack) {
  const known = fields.get(pack);
  if (known) return known;
  const groups = new Map(pack.groups.map(({ id, title }) => [id, title]));
  const made = [...pack.questions, ...pack.exercises].map((item) => ({
    item,
    fields: textsOf(item, [groups.get(item.groupId ?? '') ?? '', pack.title]).map(
      ([where, text]): Field => ({ where, text, words: ` ${wordsIn(text)}` }),
    ),
  }));
  fields.set(pack, made);
  return made;
}

function textsOf(item: Question | Exercise, around: string[]): [Field['where'], string][] {
  const point = item.kind === 'question' ? 'point' : 'issue';
  const points = item.points.map(({ text, context }): [Field['where'], string] => [
    point,
    context === null ? text : `${text} · ${context}`,
  ]);
  const own: [Field['where'], string][] =
    item.kind === 'question'
      ? [['answer', item.answer ?? '']]
      : [
          ['other', item.prompt],
          ...item.reasons.map(({ text }): [Field['where'], string] => ['other', text]),
        ];
  const all: [Field['where'], string][] = [
    ['title', titleOf(item)],
    ...item.tags.map((tag): [Field['where'], string] => ['tag', tag]),
    ...points,
    ...own,
    ...item.followUps.map(({ text }): [Field['where'], string] => ['other', text]),
    ...around.map((text): [Field['where'], string] => ['other', text]),
  ];
  return all.filter(([, text]) => text !== '');
}

/** "N + 1: Naïve, rate-limited" as "n+1 naive rate limited". */
function wordsIn(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/(?<=[\p{L}\p{N}])\s*\+\s*(?=\p{N})/gu, '+')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** The common beginning of a word's forms: singular and plural, "doing" and "done". */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const base = word
    .replace(/ies$/, 'y')
    .replace(/(s|x|z|ch|sh)es$/, '$1')
    .replace(/(?<!s)s$/, '')
    .replace(/(?<=[a-z]{4})(?:ing|ed)$/, '')
    .replace(/(?<=[a-z]{5})er$/, '');
  return base.replace(/(?<=[a-z]{4})[ey]$/, '');
}

/** In scripts without spaces, a word may begin anywhere. */
function holds(words: string, term: string): boolean {
  return words.includes(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(term) ? term : ` ${term}`,
  );
}
