import type { KeyboardEvent } from 'react';
import { Chip } from '@/app/ui/chip';
import { Field } from '@/app/ui/field';
import { Input, Select } from '@/app/ui/input';

interface MinutesFieldProps {
  label: string;
  value: string;
  problem: string | null;
  onChange: (typed: string) => void;
  /** Enter asks for a suggestion instead of submitting the form around it. */
  onEnter: () => void;
}

export function MinutesField({ label, value, problem, onChange, onEnter }: MinutesFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onEnter();
  };
  return (
    <Field label={label} error={problem} className="w-36">
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}

interface LevelFieldProps {
  /** The pack's levels. */
  levels: readonly string[];
  /** Null: any. */
  value: string | null;
  hint?: string;
  onChange: (level: string | null) => void;
}

/** Renders nothing if there is nothing to choose. */
export function LevelField({ levels, value, hint, onChange }: LevelFieldProps) {
  const known = value === null || levels.includes(value) ? levels : [...levels, value];
  if (known.length < 2) return null;
  return (
    <Field label="Level" hint={hint} className="min-w-36">
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">Any</option>
          {known.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface CompetencyChipsProps {
  groups: readonly { id: string; title: string }[];
  /** An empty choice means all of them. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function CompetencyChips({ groups, chosen, onChange }: CompetencyChipsProps) {
  const toggled = (id: string) =>
    chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return (
    <fieldset className="mt-4">
      <legend className="font-medium text-sm">Competencies</legend>
      <p className="pb-2 text-ink-soft text-sm">
        {chosen.length === 0 ? 'All of them, unless you choose some.' : `${chosen.length} chosen.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {groups.map(({ id, title }) => (
          <Chip key={id} pressed={chosen.includes(id)} onClick={() => onChange(toggled(id))}>
            {title}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
