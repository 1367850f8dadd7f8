import { clsx } from 'clsx';
import { initials } from './format';

type AvatarProps = {
  name: string;
  size?: 'sm' | 'md' | 'lg';
  /** True in the hot seat. */
  live?: boolean;
  /** Not connected: an outline instead of a fill. Also say it in words beside it. */
  away?: boolean;
  /** Distinguishes people whose names look alike; each place looks different. */
  place?: number | undefined;
};

/** From the second on. */
const PLACES = ['bg-ink text-paper', 'bg-ink/30 text-ink', 'border-2 border-ink text-ink'];

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' };

/** A person by their initials. The name is beside it, so it is silent. */
export function Avatar({ name, size = 'md', live, away, place = 1 }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-grid shrink-0 select-none place-items-center rounded-full font-semibold tracking-wide',
        SIZES[size],
        away
          ? 'border border-edge border-dashed text-ink-soft'
          : live
            ? 'bg-ember text-ember-ink'
            : (PLACES[place - 2] ?? 'bg-ink/9 text-ink'),
      )}
    >
      {initials(name)}
    </span>
  );
}
