import type { Column } from '../protocol/guide-source';
import { withoutNumber } from './asking';
import type { Block, BlockOf, Item, Row } from './blocks';
import { columnsOf, mostlyAsks } from './columns';
import { itemOf } from './line-items';
import { type OpenItem, openItem } from './open-item';
import { plain, type Run } from './runs';

/** The rows of a table as questions, with the other columns as their parts; none if no column asks. */
export function questionsOfTable(table: BlockOf<'table'>): OpenItem[] {
  const rows = table.rows.map(({ cells }) => cells.map(plain));
  const columns = columnsOf(table.head.map(plain), rows);
  const asked = columns.indexOf('question');
  if (asked < 0) return [];
  const filled = withTopicsAbove(table.rows, columns.indexOf('competency'));
  const steps = table.head.map((cell) => /^[1-5]$/.exec(plain(cell))?.[0] ?? null);
  const isRated = ['1', '3', '5'].every((step) => steps.includes(step));
  // Columns side by side, such as "Beginner" and "Advanced", may all ask.
  const others = columns.flatMap((column, at) => (column === null && mostlyAsks(rows, at) ? [at] : []));
  return filled.flatMap((row) => {
    const blocks = row.cells.flatMap((cell, at) =>
      others.includes(at) || (isRated && steps[at])
        ? []
        : blocksOf(cell, columns[at] ?? null, plain(table.head[at] ?? []), row),
    );
    if (isRated) blocks.push(...anchorsIn(row, steps));
    return [asked, ...others].flatMap((at) => {
      const text = withoutNumber(plain(row.cells[at] ?? [])).replace(/^["“„«](.*)["”“»]$/, '$1');
      if (text === '') return [];
      return [openItem('question', row, { text, id: null, list: table, blocks: at === asked ? blocks : [] })];
    });
  });
}

/** A blank cell is the topic above, where no topic is written twice in a row. */
function withTopicsAbove(rows: Row[], column: number): Row[] {
  const topics = rows.map(({ cells }) => plain(cells[column] ?? []));
  if (
    column < 0 ||
    !topics.includes('') ||
    topics.some((topic, at) => topic !== '' && topic === topics[at - 1])
  )
    return rows;
  let topic: Run[] = [];
  return rows.map((row) => {
    if (plain(row.cells[column] ?? []) !== '') topic = row.cells[column] ?? [];
    return { ...row, cells: row.cells.map((cell, at) => (at === column ? topic : cell)) };
  });
}

/** Columns called 1, 3 and 5 say what such an answer does. */
function anchorsIn(row: Row, steps: (string | null)[]): Block[] {
  const items = steps.flatMap((step, at): Item[] =>
    step ? [itemOf(row, [{ text: `${step}: `, style: 'plain' }, ...(row.cells[at] ?? [])])] : [],
  );
  return [
    { ...spanOf(row), kind: 'label', label: 'anchors', title: 'Anchors' },
    { ...spanOf(row), kind: 'list', ordered: false, items },
  ];
}

const spanOf = ({ line, end }: Row) => ({ line, end });

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
function itemsOf(text: string, row: Row): Item[] {
  return text
    .split(/\s*[;；•]\s*|\s*\n\s*|(?:^|\s)[-–]\s(?=\p{Lu})/u)
    .filter((part) => part.trim() !== '')
    .map((part) => itemOf(row, [{ text: part, style: 'plain' }]));
}
