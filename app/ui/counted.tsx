import { clsx } from 'clsx';

/** The count shows when this few characters are left. */
const NEAR = 0.8;

interface Props {
  text: string;
  limit: number;
  /** What its writer shortens it for. */
  to?: string;
}

/** The length of a text once its limit is near. A text that is too long is never cut: its writer shortens it. */
export function Counted({ text, limit, to = 'save it' }: Props) {
  const { length } = text;
  if (length < limit * NEAR) return null;
  const over = length - limit;
  return (
    <p role="status" className={clsx('text-sm tabular', over > 0 ? 'text-missed' : 'text-ink-soft')}>
      {over > 0
        ? `${over} over the limit of ${limit} characters. Shorten it to ${to}.`
        : `${length} of ${limit} characters`}
    </p>
  );
}
