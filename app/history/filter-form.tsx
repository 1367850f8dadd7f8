'use client';

import Form from 'next/form';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';

interface Choice {
  value: string;
  label: string;
}

type FilterFormProps = { pack: string; packs: readonly Choice[]; role: string; roles: readonly Choice[] };

/** Two lists whose choice is in the address: it takes effect at once, and by its button without a script. */
export function FilterForm({ pack, packs, role, roles }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const show = () => form.current?.requestSubmit();
  return (
    <Form
      ref={form}
      action="/history"
      scroll={false}
      className="mt-4 grid gap-4 sm:grid-cols-[16rem_16rem_auto]"
    >
      <Choices label="Pack" name="pack" all="All packs" value={pack} choices={packs} onChoose={show} />
      <Choices label="My part" name="role" all="Any part" value={role} choices={roles} onChoose={show} />
      <noscript className="self-end">
        <Button type="submit">Show</Button>
      </noscript>
    </Form>
  );
}

type ChoicesProps = {
  label: string;
  name: string;
  all: string;
  value: string;
  choices: readonly Choice[];
  onChoose: () => void;
};

function Choices({ label, name, all, value, choices, onChoose }: ChoicesProps) {
  const [chosen, setChosen] = useState(value);
  // The address changes without this list, too: by a link, or by going back.
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
