import { clsx } from 'clsx';

/** Nearer than this to the limit the count is shown. */
const NEAR = 0.8;

/** How long a text is against its limit, once that is near. A text that is too long stays as it is: its writer shortens it. */
export function Counted({ text, limit }: { text: string; limit: number }) {
  const { length } = text;
  if (length < limit * NEAR) return null;
  const over = length - limit;
  return (
    <p role="status" className={clsx('text-sm tabular', over > 0 ? 'text-missed' : 'text-ink-soft')}>
      {over > 0
        ? `${over} over the limit of ${limit} characters. Shorten it to save it.`
        : `${length} of ${limit} characters`}
    </p>
  );
}
