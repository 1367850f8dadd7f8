'use client';

import { useRouter } from 'next/navigation';
import { GuestName } from '@/app/account/guest-name';
import { useGuest } from '@/app/account/use-guest';
import { useGuestPost } from '@/app/account/use-guest-post';
import { Button } from '@/app/ui/button';
import type { KeptPack } from '@/server/protocol/pack-library';

interface TakeCopyProps {
  token: string;
  /** False: the form asks for a name. */
  signedIn: boolean;
}

/** Keeps a copy of a shared pack. */
export function TakeCopy({ token, signedIn }: TakeCopyProps) {
  const router = useRouter();
  const guest = useGuest(signedIn);
  const { send, pending, failure } = useGuestPost(guest);
  const take = async () => {
    const kept = await send<KeptPack>(`/api/packs/shared/${encodeURIComponent(token)}`, {});
    if (kept) router.push(`/packs/${kept.id}/read`);
  };
  return (
    <form
      noValidate
      className="flex max-w-96 flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      {signedIn ? null : <GuestName guest={guest} className="w-full" />}
      <Button type="submit" variant="primary" pending={pending}>
        Keep a copy
      </Button>
      {failure ? (
        <p role="alert" className="text-missed text-sm">
          {failure}
        </p>
      ) : null}
    </form>
  );
}
