'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { post } from '@/app/http';
import { Button, ButtonLink } from '@/app/ui/button';

interface ReturnFormProps {
  token: string;
  signedIn: boolean;
  guests: boolean;
}

/** One press and the seat is here too. A press, since programs that look at links in mail follow them as well. */
export function ReturnForm({ token, signedIn, guests }: ReturnFormProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const back = async () => {
    setPending(true);
    // The seat has a name already: this one is seen nowhere.
    const rejected = signedIn ? null : await enterAsGuest('Guest');
    const outcome = rejected === null ? await post<{ roomId: string }>('/api/rooms/return', { token }) : null;
    if (outcome?.ok) return router.push(`/room/${outcome.value.roomId}`);
    setFailure(rejected ?? outcome?.message ?? null);
    setPending(false);
  };
  return (
    <div className="flex w-full max-w-md flex-col gap-6">
      <h1 className="font-semibold text-2xl">Back to your seat</h1>
      <p className="text-ink-soft">
        This link opens your room on this device as you. It keeps working where you were, too.
      </p>
      {failure ? (
        <p role="alert" className="text-missed text-sm">
          {failure}
        </p>
      ) : null}
      <div>
        {signedIn || guests ? (
          <Button variant="primary" size="lg" pending={pending} onClick={() => void back()}>
            Continue here
          </Button>
        ) : (
          <ButtonLink variant="primary" href={`/sign-in?callbackUrl=/return/${token}`}>
            Sign in first
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
