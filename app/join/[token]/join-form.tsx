'use client';

import Link from 'next/link';
import { useState } from 'react';
import { nameProblem } from '@/app/account/name-problem';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import type { InvitePeek } from '@/server/runtime/rooms';
import { roleWords } from './role-words';
import { useJoin } from './use-join';

interface JoinFormProps {
  token: string;
  invite: InvitePeek;
  /** Null when signed out. */
  name: string | null;
  /** True if the person is signed out and accounts exist to sign in with. */
  accounts: boolean;
}

/** The room, the role and the host, then a field for a name. */
export function JoinForm({ token, invite, name: known, accounts }: JoinFormProps) {
  const [name, setName] = useState(known ?? '');
  const [tried, setTried] = useState(false);
  const { join, pending, failure } = useJoin(token, known !== null);
  const { seat, what } = roleWords(invite.role, invite.format);
  const problem = nameProblem(name);
  return (
    <form
      noValidate
      className="flex w-full max-w-md flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!problem && !pending) void join(name.trim());
      }}
    >
      <div>
        <p className="text-ink-soft">{invite.hostName} invites you to</p>
        <h1 className="break-words pt-1 font-semibold text-2xl">{invite.roomTitle}</h1>
      </div>
      <div className="border-line border-y py-4">
        <p className="font-medium">{seat}</p>
        <p className="pt-1 text-ink-soft text-sm">{what}</p>
      </div>
      <Field label="Your name" hint="Others will see this name." error={tried ? problem : null}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            className="min-h-(--control-lg)"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {failure ? (
        <p role="alert" className="text-missed text-sm">
          {failure}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          Enter the room
        </Button>
        {accounts ? (
          <Link
            href={`/sign-in?callbackUrl=/join/${token}`}
            className="text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
          >
            Sign in first, to keep the scorecard
          </Link>
        ) : null}
      </div>
    </form>
  );
}
