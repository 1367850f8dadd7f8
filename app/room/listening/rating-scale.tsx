'use client';

import { clsx } from 'clsx';
import { RATING_NAMES, RATINGS, type RatingValue } from '@/server/protocol/words';

interface Props {
  legend: string;
  /** Unique on the page. */
  name: string;
  /** Undefined: not rated yet. Null: not assessed. */
  value: number | null | undefined;
  onChange: (value: RatingValue | null) => void;
  /** Gets the value under the pointer or focus, to show its anchor. */
  onLook?: (value: RatingValue | null) => void;
  /** Leaves out "not assessed". */
  numbersOnly?: boolean;
}

/** 1 to 5 or not assessed: native radios. */
export function RatingScale({ legend, name, value, onChange, onLook, numbersOnly = false }: Props) {
  return (
    <fieldset className="min-w-0" onMouseLeave={() => onLook?.(null)} onBlur={() => onLook?.(null)}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex gap-1">
        {(numbersOnly ? RATINGS : [...RATINGS, null]).map((rating) => (
          <label
            key={rating ?? 'none'}
            onMouseEnter={() => onLook?.(rating)}
            className={clsx(
              'relative grid h-(--control-lg) flex-1 cursor-pointer select-none place-items-center rounded font-semibold text-lg tabular transition-colors',
              'has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2',
              value === rating
                ? 'bg-ink text-paper'
                : 'text-ink inset-ring inset-ring-edge hover:bg-ink/5 hover:inset-ring-ink',
              rating === null && 'font-medium text-sm',
            )}
          >
            <input
              type="radio"
              name={name}
              value={rating ?? 'none'}
              checked={value === rating}
              onChange={() => onChange(rating)}
              onFocus={() => onLook?.(rating)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span aria-hidden="true">{rating ?? 'n/a'}</span>
            <span className="sr-only">
              {rating === null ? 'Not assessed' : `${rating}: ${RATING_NAMES[rating]}`}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
