import type { Anchors } from '../protocol/pack';
import { GENERIC_ANCHORS } from '../protocol/words';
import { ASIDE } from './asking';
import { type Block, type Item, type Span, textIn } from './blocks';
import type { FollowUpDraft, SampleDraft } from './drafts';
import { asNotes, leaveOut, type Rewriting } from './fixes';
import type { Label } from './labels';
import { LEVEL_TITLE } from './language';
import type { Ledger } from './ledger';
import { itemOf } from './line-items';
import { toFollowUp } from './points';
import { stepIn } from './rating-lines';
import { plain, runsUntil, tidy, written } from './runs';

/** A labelled part: every block of it, until the next label. `title` is the label as it was written. */
export type Part = { line: number; end: number; title: string; blocks: Block[] };
export type Parts = Partial<Record<Label, Part>>;

/** The items of a part's lists; a paragraph counts as one item. */
export function itemsOf(part: Part | undefined): Item[] {
  return (part?.blocks ?? []).flatMap((block): Item[] => {
    if (block.kind === 'list') return block.items;
    if (block.kind !== 'text') return [];
    return [itemOf(block, block.runs)];
  });
}

const textOfItem = (item: Item) => tidy([plain(item.runs), ...item.blocks.map(textIn)].join(' '));

export function textsOf(part: Part | undefined): string[] {
  return itemsOf(part).map(textOfItem);
}

/** A part's whole text; null when it is empty. */
export function wordsOf(part: Part | undefined): string | null {
  return tidy((part?.blocks ?? []).map(textIn).join(' ')) || null;
}

/** `_Facts: …_` behind a follow-up is read to the candidate with it. */
export function followUpsOf(part: Part | undefined): FollowUpDraft[] {
  return itemsOf(part).map((item) => {
    const text = written(item.runs);
    const found = /(?:^|\s)facts:\s*/i.exec(text);
    if (!found) return { ...toFollowUp(item), facts: null };
    const facts = tidy(text.slice(found.index + found[0].length));
    return { ...toFollowUp({ ...item, runs: runsUntil(item.runs, found.index) }), facts: facts || null };
  });
}

/** Reads `1: …`, `3: …`, `5: …` (2 and 4 too), written as bullets or as a numbered list. */
export function anchorsOf(part: Part | undefined, ledger: Ledger): Anchors | null {
  if (!part) return null;
  const found = new Map<string, string>();
  for (const item of itemsOf(part)) {
    const text = textOfItem(item);
    const written = /^([1-5])(?:\s*\([^)]*\))?\s*[:.)=–—-]\s*(.+)$/s.exec(text);
    const step = written ? null : stepIn(text);
    const score = written?.[1] ?? step?.step ?? item.number;
    const words = written?.[2] ?? step?.words ?? text;
    if (!score || !/^[1-5]$/.test(score) || words === '' || found.has(score)) {
      ledger.leaveOut(item, 'not an anchor');
      ledger.doubt(
        item,
        'bad-anchor',
        `"${shorten(text)}" is not an anchor for a rating from 1 to 5. It is left out: write "- 3: what such an answer does".`,
        ['leave-out'],
      );
    } else found.set(score, words);
  }
  const [one, three, five] = [found.get('1'), found.get('3'), found.get('5')];
  if (one && three && five)
    return { '1': one, '2': found.get('2') ?? null, '3': three, '4': found.get('4') ?? null, '5': five };
  ledger.note(part);
  ledger.doubt(part, 'incomplete-anchors', 'Anchors need at least 1, 3 and 5. These are kept as notes.', [
    withGeneralAnchors(part, found),
    asNotes(part),
    leaveOut(spanOf(part)),
  ]);
  return null;
}

/** Adds the missing anchors below the others, in the general words for packs without anchors. */
function withGeneralAnchors(part: Part, found: ReadonlyMap<string, string>): Rewriting {
  const { end } = spanOf(part);
  const missing = (['1', '3', '5'] as const).filter((step) => !found.has(step));
  const write = (last: string) => {
    // Anchors of a list item are inside the item.
    const indent = `${/^(\s*)[-*+]\s/.exec(last)?.[1] ?? ''}${part.title === '' ? '  ' : ''}`;
    return [last, ...missing.map((step) => `${indent}- ${step}: ${GENERIC_ANCHORS[step]}`)].join('\n');
  };
  return { kind: 'anchors', span: { line: end, end }, write };
}

/** With its label. */
function spanOf({ line, end, blocks }: Part): Span {
  return { line, end: Math.max(end, ...blocks.map((block) => block.end)) };
}

/** The words of a labelled part that could not be read, kept as notes of the item. */
export function unreadOf(
  parts: { anchors?: Part; target?: Part },
  { anchors, target, level }: { anchors: Anchors | null; target: number | null; level: string | null },
): string[] {
  return [
    parts.anchors && !anchors ? textsOf(parts.anchors).join('\n') : null,
    parts.target && target === null ? wordsOf(parts.target) : null,
    level && level.length > 40 ? level : null,
  ].filter((words) => words !== null);
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(\d+(?:\.\d+)?)\s*(?:s|sec|secs|seconds?)$/i, 1],
  [/^(\d+(?:\.\d+)?)\s*(?:m|min|mins|minutes?|minuten)$/i, 60],
];

/**
 * Reads `3:00`, `90 s` or `3 minutes` as seconds. `most`: the longest time kept; `usual`: an example of how to write
 * it.
 */
export function secondsOf(
  part: Part | undefined,
  { most, usual }: { most: number; usual: string },
  ledger: Ledger,
): number | null {
  if (!part) return null;
  const text = (wordsOf(part) ?? '').replace(/[.,;]$/, '');
  const seconds = toSeconds(text);
  if (seconds !== null && seconds >= 15 && seconds <= most) return seconds;
  ledger.doubt(
    part,
    'bad-target',
    `"${shorten(text)}" is not a time from 0:15 to ${most / 60}:00, such as ${usual}. It is kept as a note.`,
    [withValue(part, 'target', usual), asNotes(part)],
  );
  return null;
}

/** Another value behind a label, or below one that is a heading. */
function withValue({ line, title, blocks }: Part, kind: Rewriting['kind'], value: string): Rewriting {
  const [below] = blocks;
  if (below && below.line > line) return { kind, span: below, write: () => value };
  const write = (text: string) => {
    const from = text.indexOf(title) + title.length;
    const [, marks = '', behind = ''] = /^([\s*_:：]*).*?(\s*[·|].*)?$/s.exec(text.slice(from)) ?? [];
    return text.slice(0, from) + marks + value + behind;
  };
  return { kind, span: { line, end: line }, write };
}

/** A prompt without `(5 min)` or `(senior)` after it or `[Junior]` before it, and what those say. */
export function withoutAsides(prompt: string): {
  text: string;
  level: string | null;
  seconds: number | null;
} {
  const behind = ASIDE.exec(prompt)?.[0] ?? '';
  const within = /\s*[([](\d{1,3}\s?(?:min|mins|minutes?|minuten))[)\]](?=\s)/i.exec(prompt);
  const inner = within?.[1] ? toSeconds(within[1]) : null;
  if (within && inner !== null) return { ...withoutAsides(prompt.replace(within[0], '')), seconds: inner };
  const before = /^\[([^\]]{1,30})\]\s+/.exec(prompt);
  const said = (before?.[1] ?? behind).replace(/^[\s([（]+|[)\]）]+$/g, '');
  const seconds = toSeconds(said);
  const level = LEVEL_TITLE.test(said) ? said : null;
  if (seconds === null && level === null) return { text: prompt, level, seconds };
  const text = before ? prompt.slice(before[0].length) : prompt.slice(0, prompt.length - behind.length);
  return { text, level, seconds };
}

function toSeconds(text: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  for (const [pattern, factor] of UNITS) {
    const found = pattern.exec(text);
    if (found) return Math.round(Number(found[1]) * factor);
  }
  return null;
}

/** `- 5:00: asks for numbers` */
export function milestonesOf(part: Part | undefined, ledger: Ledger): { atSeconds: number; text: string }[] {
  return itemsOf(part).flatMap((item) => {
    const text = textOfItem(item);
    const found = /^(\d{1,3}:[0-5]\d)\s*[:–—-]\s*(.+)$/s.exec(text);
    const atSeconds = found ? toSeconds(found[1] ?? '') : null;
    if (found?.[2] && atSeconds !== null) return [{ atSeconds, text: found[2] }];
    ledger.doubt(
      item,
      'bad-milestone',
      `"${shorten(text)}" has no time. It is left out: write "- 5:00: asks for numbers".`,
      ['leave-out'],
    );
    ledger.leaveOut(item, 'no time given');
    return [];
  });
}

/** `points`: how many there are, because a sample names them by position. */
export function samplesOf(parts: Part[], points: number, ledger: Ledger): SampleDraft[] {
  return parts.flatMap((part) => {
    const rating = Number(/\((\d)\)/.exec(part.title)?.[1]);
    const text = part.blocks.flatMap((block) => (block.kind === 'text' ? [textIn(block)] : [])).join('\n\n');
    const facts = part.blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(textOfItem) : []));
    const value = (name: string) => {
      const found = facts.find((fact) => fact.toLowerCase().startsWith(`${name}:`));
      return found ? tidy(found.slice(name.length + 1)) || null : null;
    };
    const places = (name: string) => (value(name)?.match(/\d+/g) ?? []).map(Number);
    const [heard, partial] = [places('heard'), places('partial')];
    const wrong = [...heard, ...partial].find((place) => place < 1 || place > points);
    if (text === '' || wrong !== undefined) {
      const why = text === '' ? 'has no words' : `names point ${wrong}, and there are ${points}`;
      ledger.leaveOut(spanOf(part), `it ${why}`);
      ledger.doubt(part, 'bad-sample', `A sample answer ${why}. It is left out.`, [leaveOut(spanOf(part))]);
      return [];
    }
    return [{ rating, text, heard, partial, notHigher: value('not higher'), notLower: value('not lower') }];
  });
}

export function listOf(part: Part | undefined): string[] {
  return (wordsOf(part) ?? '')
    .split(/\s*[,;·]\s*|\s+(?=#)/)
    .map((word) => word.replace(/^[-#]\s*/, ''))
    .filter((word) => word !== '');
}

/** Whether `**Behavioural:** yes`, or the label alone. */
export function saysYes(part: Part | undefined): boolean {
  return part !== undefined && !/^(?:no|false)\b/i.test(wordsOf(part) ?? '');
}

export function shorten(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 57).join('')}…` : text;
}

/** Prose, code and lists as one text. */
export function proseOf(blocks: Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'code') return [`\`\`\`${block.language ?? ''}\n${block.value}\n\`\`\``];
      return block.kind === 'list'
        ? block.items.map((item) => textIn({ ...block, items: [item] }))
        : [textIn(block)];
    })
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** Cuts notes into texts short enough for a pack. */
export function toNotes(blocks: Block[], title?: string): string[] {
  const texts = blocks.map((block) => textIn(block).trim()).filter((text) => text !== '');
  const all = title && texts.length > 0 ? [`${title}\n${texts.join('\n')}`] : texts;
  return all.flatMap(inPieces);
}

export function inPieces(text: string): string[] {
  return (text.match(/[\s\S]{1,3900}/gu) ?? []).map((piece) => piece.trim()).filter((piece) => piece !== '');
}
