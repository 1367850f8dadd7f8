'use client';

import Link from 'next/link';
import { GuestName } from '@/app/account/guest-name';
import { Button } from '@/app/ui/button';
import { CalendarLink } from '@/app/ui/calendar-link';
import { CalledOffTime } from '@/app/ui/called-off-time';
import { LocalTime } from '@/app/ui/local-time';
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
  const { guest, join, pending, failure } = useJoin(token, known);
  const { seat, what } = roleWords(invite.role, invite.format);
  return (
    <form
      noValidate
      className="flex w-full max-w-md flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <div>
        <p className="text-ink-soft">{invite.hostName} invites you to</p>
        <h1 className="break-words pt-1 font-semibold text-2xl">{invite.roomTitle}</h1>
        {invite.startsAt === null ? null : (
          <p className="flex flex-wrap items-center gap-x-4 pt-2">
            <LocalTime at={invite.startsAt} />
            <CalendarLink href={`/api/invites/${token}/calendar`} />
          </p>
        )}
        {invite.calledOff === null ? null : (
          <div className="pt-2">
            <CalledOffTime at={invite.calledOff} href={`/api/invites/${token}/calendar`} />
          </div>
        )}
      </div>
      <div className="border-line border-y py-4">
        <p className="font-medium">{seat}</p>
        <p className="pt-1 text-ink-soft text-sm">{what}</p>
      </div>
      <GuestName guest={guest} hint="Others will see this name." large />
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
