import Papa from 'papaparse';
import type { Column, SourceTable, TableWish } from '../protocol/guide-source';
import { asksOutright, withoutNumber } from './asking';
import { columnNamed, columnsOf } from './columns';
import { fenced } from './fences';
import { LETTERS } from './options';

const SAMPLE = 4;

/** `markdown` is null where no column asks. */
export interface TableReading {
  table: SourceTable;
  markdown: string | null;
  notes: string[];
}

/**
 * A table of questions (CSV, TSV or pasted cells) as Markdown in the documented form. `wish`: what its columns hold, where
 * a person said so.
 */
export function tableToMarkdown(text: string, wish?: TableWish): TableReading {
  const { data: lines } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  const above = wish ? 0 : rowsAboveHeads(lines);
  const data = lines.slice(above);
  const headed = wish?.headed ?? hasHeads(data);
  const rows = headed ? data.slice(1) : data;
  const width = Math.max(...data.map((row) => row.length), 0);
  const heads = Array.from({ length: width }, (_, at) =>
    headed ? (data[0]?.[at] ?? '') : `Column ${at + 1}`,
  );
  const found = wish?.columns ?? columnsOf(heads, rows);
  // Of two columns that ask, the second describes the first.
  const columns = heads.map((_, at) => {
    const column = found[at] ?? null;
    return (column === 'question' || column === 'competency') && found.indexOf(column) < at ? null : column;
  });
  // A card has two sides, and no head says which is which.
  if (!headed && wish === undefined && width === 2 && columns[0] === 'question') columns[1] ??= 'answer';
  const table = { headed, columns, rows: data.slice(0, SAMPLE) };
  const asking = columns.indexOf('question');
  if (asking < 0) return { table, markdown: null, notes: [] };
  const empty = rows.flatMap((row, at) =>
    promptIn(row[asking]) === '' ? [at + 1 + above + Number(headed)] : [],
  );
  const notes = [
    'The table was turned into Markdown.',
    ...(above > 0
      ? [
          `The rows above its heads are left out: "${lines.slice(0, above).flat().filter(Boolean).join(' ')}".`,
        ]
      : []),
    ...(empty.length > 0
      ? [`${rowsInWords(empty)} no question and ${empty.length === 1 ? 'is' : 'are'} left out.`]
      : []),
  ];
  return { table, markdown: toMarkdown(heads, columns, rows), notes };
}

/** How many of the first rows are a title or a remark above the heads. */
function rowsAboveHeads(rows: string[][]): number {
  const at = rows.slice(0, 5).findIndex((row) => {
    const known = row.map((cell) => columnNamed(cell));
    return known.includes('question') && known.filter((column) => column !== null).length > 1;
  });
  const alone = rows
    .slice(0, Math.max(at, 0))
    .every((row) => row.filter((cell) => cell.trim() !== '').length === 1);
  return at > 0 && alone ? at : 0;
}

/** "Row 4 has", or "Rows 4, 7 and 9 more have". */
function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]} has`;
  const more = rows.length - NAMED_ROWS;
  const named = rows.slice(0, NAMED_ROWS).join(', ');
  return more > 0 ? `Rows ${named} and ${more} more have` : `Rows ${named} have`;
}

const NAMED_ROWS = 5;

/** Heads are known words, or short and all different. */
function hasHeads([first = [], ...others]: string[][]): boolean {
  if (first.some((cell) => asksOutright(cell))) return false;
  if (columnsOf(first, others).some((column) => column !== null)) return true;
  const below = new Set(others.flat().map(oneLine));
  return first.every((cell) => /^(?!\d+$).{1,40}$/.test(oneLine(cell)) && !below.has(oneLine(cell)));
}

function promptIn(cell: string | undefined): string {
  return withoutNumber(oneLine(cell ?? '')).replaceAll('**', '');
}

function toMarkdown(heads: string[], columns: (Column | null)[], rows: string[][]): string {
  const groups = new Map<string, string[]>();
  const at = (column: Column) => columns.indexOf(column);
  // A merged cell is empty in the rows below its first.
  let title = 'Questions';
  for (const row of rows) {
    title = oneLine(row[at('competency')] ?? '') || title;
    const prompt = promptIn(row[at('question')]);
    if (prompt === '') continue;
    const held = (column: Column) => row.filter((_, other) => columns[other] === column);
    const parts = [
      ...held('code').flatMap(codePart),
      optionsPart(held('options')),
      ...row.flatMap((cell, column) => partOf(heads[column] ?? '', columns[column] ?? null, cell)),
    ].filter((part) => part !== '');
    groups.set(title, [...(groups.get(title) ?? []), [`**Q: ${prompt}**`, ...parts].join('\n\n')]);
  }
  return [...groups].map(([title, items]) => `## ${title}\n\n${items.join('\n\n')}\n`).join('\n');
}

const LABELS: Partial<Record<Column, string>> = {
  weakAnswers: 'Weak answers',
  followUps: 'Follow-ups',
  level: 'Level',
  why: 'Why it is asked',
  tags: 'Tags',
  target: 'Target',
};

/** The columns that belong to the prompt or to its competency. */
const AROUND: readonly (Column | null)[] = ['question', 'competency', 'number', 'code', 'options'];

function codePart(cell: string): string[] {
  return cell.trim() === '' ? [] : [`**Code:**\n\n${fenced(cell.replace(/\s+$/, ''), null)}`];
}

/** The options of a quiz; adds letters if they have none. */
function optionsPart(cells: string[]): string {
  const options = cells
    .flatMap((cell) => cell.split(/\s*[;|]\s*|\s*\n\s*/))
    .filter((option) => option.trim() !== '');
  const lettered = options.every((option) => /^[A-Pa-p][:.)]\s/.test(option));
  return options
    .map((option, at) => `- ${lettered ? option : `${LETTERS[at] ?? '·'}: ${oneLine(option)}`}`)
    .join('\n');
}

/** A cell's content in the documented form. */
function partOf(head: string, column: Column | null, cell: string): string[] {
  if (cell.trim() === '' || AROUND.includes(column)) return [];
  if (column === 'answer')
    return [cell.includes('```') ? `**Answer:**\n\n${cell.trim()}` : `**Answer:** ${oneLine(cell)}`];
  const items = cell
    .split(/\s*[;；•]\s*|\s*\n\s*/)
    .map((part) => part.replace(/^[-*]\s+/, '').trim())
    .filter((part) => part !== '')
    .map((part) => `- ${part}`)
    .join('\n');
  if (column === 'points') return [items];
  if (column === 'weakAnswers' || column === 'followUps') return [`**${LABELS[column]}:**\n\n${items}`];
  const words = oneLine(
    column === 'tags'
      ? cell
          .trim()
          .split(/\s*\n\s*/)
          .join(', ')
      : cell,
  );
  return [`**${(column && LABELS[column]) || oneLine(head).replaceAll('*', '') || 'Note'}:** ${words}`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether pasted text is cells of a spreadsheet: every line has as many tabs, one at least. */
export function isTabular(text: string): boolean {
  const tabs = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t').length - 1);
  return tabs.length > 1 && (tabs[0] ?? 0) > 0 && tabs.every((count) => count === tabs[0]);
}
