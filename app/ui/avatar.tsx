import { clsx } from 'clsx';
import { initials } from './format';

type AvatarProps = {
  name: string;
  size?: 'sm' | 'md' | 'lg';
  /** In the hot seat now. */
  live?: boolean;
  /** Not connected: an outline, not a fill. Say it in words beside. */
  away?: boolean;
};

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-12 text-base' };

/** A person by their initials. The name stands beside it, so it is silent. */
export function Avatar({ name, size = 'md', live, away }: AvatarProps) {
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
            : 'bg-ink/9 text-ink',
      )}
    >
      {initials(name)}
    </span>
  );
}
