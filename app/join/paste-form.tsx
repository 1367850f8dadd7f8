'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { pathOf } from './invite-code';

const UNREAD =
  'That is not an invite link, a return link or a code. A code has 12 letters and digits, such as ABCD-EFGH-JKMN.';

/** A field for a link or a code in any form. */
export function PasteForm({ pasted }: { pasted: string }) {
  const router = useRouter();
  const [text, setText] = useState(pasted);
  const [problem, setProblem] = useState(pasted === '' ? null : UNREAD);
  return (
    <form
      action="/join"
      noValidate
      className="flex w-full max-w-sm flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const path = pathOf(text);
        if (path) router.push(path);
        else setProblem(UNREAD);
      }}
    >
      <h1 className="font-semibold text-2xl">Join a panel</h1>
      <Field label="Link or code" hint="The host sends you one. It decides your role." error={problem}>
        {(control) => (
          <Input
            {...control}
            name="link"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="min-h-(--control-lg)"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setProblem(null);
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg">
        Join
      </Button>
    </form>
  );
}
