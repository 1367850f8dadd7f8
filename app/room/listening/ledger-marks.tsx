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
  /** True once the round is over and marks can no longer change. */
  readOnly: boolean;
  onChange: (mark: Mark | null) => void;
}

/** Heard, partial or missed, as native radios. A press on the chosen one, or Backspace, clears the mark. */
export function LedgerMarks({ name, label, words, value, readOnly, onChange }: Props) {
  return (
    <fieldset
      disabled={readOnly}
      className="group flex shrink-0"
      onKeyDown={(event) => {
        if (event.key === 'Backspace' || event.key === 'Delete') onChange(null);
      }}
    >
      <legend className="sr-only">{label}</legend>
      {MARKS.map((mark) => (
        <label
          key={mark}
          title={words[mark]}
          className="relative grid h-(--control-sm) w-11 place-items-center rounded has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:-outline-offset-1 group-enabled:cursor-pointer group-enabled:hover:bg-ink/5"
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
            className="absolute inset-0 appearance-none outline-none enabled:cursor-pointer"
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
