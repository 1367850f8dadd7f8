'use client';

import { LedgerSign } from '@/app/ui/ledger-mark';
import { MARKS, type Mark } from '@/server/protocol/words';

interface Props {
  /** Unique on the page. */
  name: string;
  /** The key point. */
  label: string;
  words: Record<Mark, string>;
  value: Mark | null;
  onChange: (mark: Mark | null) => void;
}

/** Heard, partial or missed: native radios. Pressing the chosen one, or Backspace, takes the mark back. */
export function LedgerMarks({ name, label, words, value, onChange }: Props) {
  return (
    <fieldset
      className="flex shrink-0"
      onKeyDown={(event) => {
        if (event.key === 'Backspace' || event.key === 'Delete') onChange(null);
      }}
    >
      <legend className="sr-only">{label}</legend>
      {MARKS.map((mark) => (
        <label
          key={mark}
          title={words[mark]}
          className="relative grid h-(--control-sm) w-11 cursor-pointer place-items-center rounded has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:-outline-offset-1 hover:bg-ink/5"
        >
          <input
            type="radio"
            name={name}
            value={mark}
            checked={value === mark}
            onChange={() => onChange(mark)}
            onClick={() => {
              if (value === mark) onChange(null);
            }}
            className="absolute inset-0 cursor-pointer appearance-none outline-none"
          />
          <span className="sr-only">{words[mark]}</span>
          <span className="pointer-events-none">
            {value === mark ? (
              <LedgerSign mark={mark} size={18} />
            ) : (
              <span className="block size-4 rounded-full inset-ring inset-ring-edge" />
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
