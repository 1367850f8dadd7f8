'use client';

import { useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { nameProblem } from '@/app/account/name-problem';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';

interface GuestFormProps {
  goTo: string;
  /** True if accounts come first and this is the second choice. */
  beside: boolean;
}

/** Signs in with just a name. */
export function GuestForm({ goTo, beside }: GuestFormProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function enter() {
    const wrong = nameProblem(name);
    setProblem(wrong);
    if (wrong) return;
    setPending(true);
    const rejected = await enterAsGuest(name);
    // Loads a new page, since this one was made for a person who is signed out.
    if (rejected === null) location.assign(goTo);
    else {
      setProblem(rejected);
      setPending(false);
    }
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void enter();
      }}
    >
      {beside ? <h2 className="font-semibold text-lg">Or continue as a guest</h2> : null}
      <Field label="Your name" hint="Others will see this name." error={problem}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" size="lg" variant={beside ? 'plain' : 'primary'} pending={pending}>
        Continue as a guest
      </Button>
    </form>
  );
}
