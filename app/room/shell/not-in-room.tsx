import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/**
 * For everybody who is not in the room. `signIn` is where to go for somebody who is signed out: they are told what this is
 * before they are asked anything. Without the page's header: its code would weigh on the room.
 */
export function NotInRoom({ signIn }: { signIn: string | null }) {
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title="You are not in this room"
        action={
          <>
            {signIn ? (
              <ButtonLink href={signIn} variant="plain">
                Sign in
              </ButtonLink>
            ) : null}
            <ButtonLink href="/join">Use an invite link</ButtonLink>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        In a room of Hotseat people hold a panel interview, or practise for one. It is open to those who were
        invited: open your invite link again, or ask the host for one. If you joined on another device, sign
        in here as the same person.
      </ErrorState>
    </main>
  );
}
