'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { nameProblem } from '@/app/account/name-problem';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import type { KeptPack } from '@/server/protocol/pack-library';

interface TakeCopyProps {
  token: string;
  /** Who is signed in; null: a name is asked for. */
  name: string | null;
}

/** Keeps a copy of a shared pack; a guest is signed in by name on the way. */
export function TakeCopy({ token, name: signedInAs }: TakeCopyProps) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [entered, setEntered] = useState(signedInAs !== null);
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wrongName = entered ? null : nameProblem(name);

  async function take() {
    setTried(true);
    if (wrongName) return;
    setPending(true);
    const rejected = entered ? null : await enterAsGuest(name);
    if (rejected === null) {
      setEntered(true);
      const answer = await post<KeptPack>(`/api/packs/shared/${encodeURIComponent(token)}`, {});
      if (answer.ok) {
        router.push(`/packs/${answer.value.id}/read`);
        return;
      }
      setProblem(answer.message);
    } else setProblem(rejected);
    setPending(false);
  }

  return (
    <form
      className="flex max-w-96 flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void take();
      }}
    >
      {signedInAs === null ? (
        <Field label="Your name" error={tried ? wrongName : null} className="w-full">
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
      ) : null}
      <Button type="submit" variant="primary" pending={pending}>
        Keep a copy
      </Button>
      {problem ? (
        <p role="alert" className="text-missed text-sm">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
