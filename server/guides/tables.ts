import type { Column } from '../protocol/guide-source';
import { withoutNumber } from './asking';
import type { Block, BlockOf, Item, Row } from './blocks';
import { columnsOf, mostlyAsks } from './columns';
import { type OpenItem, openItem } from './open-item';
import { plain, type Run } from './runs';

/** The rows of a table as questions, with the other columns as their parts; none if no column asks. */
export function questionsOfTable(table: BlockOf<'table'>): OpenItem[] {
  const rows = table.rows.map(({ cells }) => cells.map(plain));
  const columns = columnsOf(table.head.map(plain), rows);
  const asked = columns.indexOf('question');
  if (asked < 0) return [];
  // Columns side by side, such as "Beginner" and "Advanced", may all ask.
  const others = columns.flatMap((column, at) => (column === null && mostlyAsks(rows, at) ? [at] : []));
  return table.rows.flatMap((row) => {
    const blocks = row.cells.flatMap((cell, at) =>
      others.includes(at) ? [] : blocksOf(cell, columns[at] ?? null, plain(table.head[at] ?? []), row),
    );
    return [asked, ...others].flatMap((at) => {
      const text = withoutNumber(plain(row.cells[at] ?? [])).replace(/^["“„«](.*)["”“»]$/, '$1');
      if (text === '') return [];
      return [openItem('question', row, { text, id: null, list: table, blocks: at === asked ? blocks : [] })];
    });
  });
}

function blocksOf(runs: Run[], column: Column | null, title: string, row: Row): Block[] {
  const { line, end } = row;
  if (column === 'question' || column === 'number' || plain(runs) === '') return [];
  const label = (named: BlockOf<'label'>['label']): Block => ({
    kind: 'label',
    line,
    end,
    label: named,
    title,
  });
  const text: Block = { kind: 'text', line, end, runs, asks: null };
  if (column === null || column === 'code' || column === 'options') return [label('notes'), text];
  if (column === 'answer') return [label('points'), text];
  if (column === 'points' || column === 'weakAnswers' || column === 'followUps')
    return [label(column), { kind: 'list', line, end, ordered: false, items: itemsOf(plain(runs), row) }];
  return [label(column), text];
}

/** The parts of a cell, at semicolons, bullets and line breaks. */
function itemsOf(text: string, { line, end }: Row): Item[] {
  return text
    .split(/\s*[;；•]\s*|\s*\n\s*|(?:^|\s)[-–]\s(?=\p{Lu})/u)
    .filter((part) => part.trim() !== '')
    .map((part) => ({
      line,
      end,
      number: null,
      leadsInside: false,
      box: null,
      runs: [{ text: part, style: 'plain' }],
      blocks: [],
    }));
}
