'use client';

import { useRouter } from 'next/navigation';
import { useGuest } from '@/app/account/use-guest';
import { useGuestPost } from '@/app/account/use-guest-post';
import { useSignOut } from '@/app/account/use-sign-out';
import { Button, ButtonLink } from '@/app/ui/button';

interface ReturnFormProps {
  token: string;
  /** Whose browser this is; null for nobody's yet. */
  signedInAs: { name: string; isGuest: boolean } | null;
  guests: boolean;
  /** Whose seat it is. */
  name: string;
  roomTitle: string;
  /** They have this seat already. */
  mine: boolean;
}

/** One press and the seat is here too. A press, since programs that look at links in mail follow them as well. */
export function ReturnForm({ token, signedInAs, guests, name, roomTitle, mine }: ReturnFormProps) {
  const signedIn = signedInAs !== null;
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
      {signedInAs && signedInAs.name !== '' && !mine ? (
        <OtherPerson called={signedInAs.name} isGuest={signedInAs.isGuest} seat={name} token={token} />
      ) : null}
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

interface OtherPersonProps {
  called: string;
  isGuest: boolean;
  /** Whose seat the link opens. */
  seat: string;
  token: string;
}

/** Said before the press, since the seat and what belongs to it would stay in this person's history. */
function OtherPerson({ called, isGuest, seat, token }: OtherPersonProps) {
  const { signOut, pending } = useSignOut();
  return (
    <div role="note" className="flex flex-col items-start gap-3 border-ember border-l-2 pl-3 text-sm">
      <p>
        This browser is signed in as {called}. If you go on, {seat}’s seat and scorecards will be in {called}
        ’s history too. {isGuest ? `If you are not ${called}, open this link in another browser.` : ''}
      </p>
      {isGuest ? null : (
        <Button size="sm" pending={pending} onClick={() => void signOut('here', `/return/${token}`)}>
          Sign out first
        </Button>
      )}
    </div>
  );
}
