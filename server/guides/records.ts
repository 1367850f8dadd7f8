import Papa from 'papaparse';
import { parse } from 'yaml';
import { asksOutright } from './asking';
import { columnNamed } from './columns';

/** A question as a row of cells by their heads. */
type Row = Record<string, string>;

/** The most records in a file; a guide has fewer. */
const MOST_ROWS = 5_000;
const GROUP = 'Competency';

/**
 * Records (JSON or YAML) as a table: each record with a question is a row, below the name of its parent. Null if the
 * text is neither, or nothing in it is a question.
 */
export function recordsToTable(text: string, kind: 'json' | 'yaml'): string | null {
  const value = valueIn(text, kind);
  const rows = typeof value === 'object' && value !== null ? rowsIn(value, '') : [];
  if (rows.length === 0) return null;
  const heads = new Set(rows.flatMap((row) => Object.keys(row)));
  return Papa.unparse({ fields: [...heads], data: rows.slice(0, MOST_ROWS) });
}

function valueIn(text: string, kind: 'json' | 'yaml'): unknown {
  try {
    return kind === 'json' ? JSON.parse(text) : parse(text, { maxAliasCount: 10, logLevel: 'error' });
  } catch {
    return null;
  }
}

/** `group`: the nearest name above the record. */
function rowsIn(value: object, group: string, asks: string | null = askedKey([value])): Row[] {
  if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === 'string');
    if (texts.length === value.length)
      return texts.filter(asksOutright).length * 2 >= texts.length
        ? texts.map((text) => rowOf('Question', text, group))
        : [];
    const records = value.filter((one): one is object => typeof one === 'object' && one !== null);
    const asked = askedKey(records);
    return records.flatMap((one) => rowsIn(one, group, asked));
  }
  const entries = Object.entries(value);
  if (entries.some(([key, held]) => key === asks && typeof held === 'string')) {
    const cells = entries.flatMap(([key, held]): [string, string][] => {
      const cell = cellOf(held);
      return cell === '' ? [] : [[key === asks ? 'Question' : key, cell]];
    });
    const named = cells.some(([key]) => columnNamed(key) === 'competency');
    return [{ ...(named || group === '' ? {} : { [GROUP]: group }), ...Object.fromEntries(cells) }];
  }
  const own = entries.find(([key, held]) => typeof held === 'string' && NAMES.test(key));
  return entries.flatMap(([key, held]) => {
    if (typeof held !== 'object' || held === null) return [];
    return rowsIn(held, isPlace(key) ? String(own?.[1] ?? group) : key);
  });
}

/** Which key of similar records has the question: by its name, or because half of its values ask. */
function askedKey(records: readonly object[]): string | null {
  const texts = records
    .flatMap((record) => Object.entries(record))
    .filter(([, held]) => typeof held === 'string');
  const keys = [...new Set(texts.map(([key]) => key))];
  const asks = (key: string) => {
    const own = texts.filter(([other]) => other === key);
    return own.filter(([, held]) => asksOutright(String(held))).length * 2 >= own.length;
  };
  return (
    keys.find((key) => columnNamed(key) === 'question') ??
    keys.find((key) => WORDS.test(key) && asks(key)) ??
    null
  );
}

function rowOf(head: string, text: string, group: string): Row {
  return group === '' ? { [head]: text } : { [GROUP]: group, [head]: text };
}

/** Other keys for the words of a question. */
const WORDS = /^(?:q|text|title|name|content|phrase|label|front)$/i;
/** An object's name. */
const NAMES = /^(?:name|title|topic|category|section|competency)$/i;

/** A key that names a kind of content, not a topic. */
function isPlace(key: string): boolean {
  return /^(?:\d+|questions?|items?|data|list|entries|categories|topics|sections|groups|roles|levels|cards|faqs?|quiz|bank)$/i.test(
    key,
  );
}

/** A value as one cell, with its parts on separate lines. */
function cellOf(held: unknown): string {
  if (typeof held === 'string') return held.trim();
  if (typeof held === 'number' || typeof held === 'boolean') return String(held);
  if (Array.isArray(held))
    return held
      .map((one) => cellOf(one).replace(/\s*\n\s*/g, ' '))
      .filter((one) => one !== '')
      .join('\n');
  if (typeof held !== 'object' || held === null) return '';
  const text = Object.entries(held).find(
    ([key, inner]) => typeof inner === 'string' && /^(?:text|label|value|option|answer|point)$/i.test(key),
  );
  return text
    ? cellOf(text[1])
    : Object.entries(held)
        .map(([key, inner]) => `${key}: ${cellOf(inner)}`)
        .join('; ');
}
