'use client';

import { useRouter } from 'next/navigation';
import { useGuest } from '@/app/account/use-guest';
import { useGuestPost } from '@/app/account/use-guest-post';
import { Button, ButtonLink } from '@/app/ui/button';

interface ReturnFormProps {
  token: string;
  signedIn: boolean;
  guests: boolean;
  /** Whose seat it is. */
  name: string;
  roomTitle: string;
}

/** One press and the seat is here too. A press, since programs that look at links in mail follow them as well. */
export function ReturnForm({ token, signedIn, guests, name, roomTitle }: ReturnFormProps) {
  const router = useRouter();
  const { send, pending, failure } = useGuestPost(useGuest(signedIn, name));
  const back = async () => {
    const room = await send<{ roomId: string }>('/api/rooms/return', { token });
    if (room) router.push(`/room/${room.roomId}`);
  };
  return (
    <div className="flex w-full max-w-md flex-col gap-6">
      <h1 className="font-semibold text-2xl">Back to your seat</h1>
      <p className="text-ink-soft">
        This link opens {roomTitle} on this device, as {name}. It keeps working where you were, too.
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
