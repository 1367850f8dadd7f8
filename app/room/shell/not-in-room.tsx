import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/**
 * For everybody who is not in the room. `signIn` is the address for a person who is signed out; the page first says what
 * this is. It has no page header, whose code would make the room's page larger.
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
        In a Hotseat room people hold a panel interview, or practise for one. It is open to those who were
        invited: open your invite link again, or ask the host for one. If you joined on another device, open
        your return link, which is in the room’s menu there, or ask the host to give you your seat.
      </ErrorState>
    </main>
  );
}
