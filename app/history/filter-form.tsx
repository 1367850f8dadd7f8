'use client';

import Form from 'next/form';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input, Select } from '@/app/ui/input';
import { useTimeZone } from '@/app/ui/use-time-zone';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceField {
  label: string;
  name: string;
  all: string;
  value: string;
  choices: readonly Choice[];
}

export interface TextField {
  label: string;
  name: string;
  type: 'search' | 'date';
  value: string;
}

type FilterFormProps = {
  choices: readonly ChoiceField[];
  texts: readonly TextField[];
  filtered: boolean;
};

/** What to look for, in the address: a choice takes effect at once, a text with Enter or the button. */
export function FilterForm({ choices, texts, filtered }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const show = () => form.current?.requestSubmit();
  const timeZone = useTimeZone();
  // Ticks stay, also those made since the page loaded.
  const chosen = useSearchParams().getAll('round');
  return (
    <Form
      ref={form}
      action="/history"
      scroll={false}
      className="mt-4 grid grid-cols-2 items-end gap-4 lg:grid-cols-4"
    >
      {choices.map((field) => (
        <Choices key={field.name} {...field} onChoose={show} />
      ))}
      {texts.map((field) => (
        <Field key={`${field.name}/${field.value}`} label={field.label}>
          {(control) => (
            <Input
              {...control}
              type={field.type}
              name={field.name}
              defaultValue={field.value}
              maxLength={100}
            />
          )}
        </Field>
      ))}
      {/* Days are the reader's own. */}
      <input type="hidden" name="zone" value={timeZone} />
      {chosen.map((place) => (
        <input key={place} type="hidden" name="round" value={place} />
      ))}
      <div className="flex gap-2">
        <Button type="submit">Show</Button>
        {filtered ? (
          <ButtonLink
            href={`/history?${new URLSearchParams(chosen.map((place) => ['round', place]))}`}
            variant="quiet"
          >
            Show all
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}

function Choices({ label, name, all, value, choices, onChoose }: ChoiceField & { onChoose: () => void }) {
  const [chosen, setChosen] = useState(value);
  // A link, or going back, changes the address too.
  useEffect(() => setChosen(value), [value]);
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
            onChoose();
          }}
        >
          <option value="">{all}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
