import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** For somebody who is signed in and was not invited. Without the page's header: its code would weigh on the room. */
export function NotInRoom() {
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title="You are not in this room"
        action={
          <>
            <ButtonLink href="/join">Use an invite link</ButtonLink>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        A room is open to those who were invited. Open your invite link again, or ask the host for one. If you
        joined on another device, open your return link, which is in the room’s menu there, or ask the host to
        give you your seat.
      </ErrorState>
    </main>
  );
}
