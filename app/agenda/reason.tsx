import { clsx } from 'clsx';

/** Why an item is on an agenda, or what is doubtful about it, below the item. */
export function Reason({ words, warns = false }: { words: string; warns?: boolean }) {
  return <span className={clsx('block pt-0.5 text-xs', warns && 'font-medium text-partial')}>{words}</span>;
}
