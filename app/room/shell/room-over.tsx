import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';

/** For a person who was in a room, or waited to be let in, and opens its address after its end. */
export function RoomOver({ title }: { title: string }) {
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title={`${title} has ended`}
        action={
          <>
            <ButtonLink href="/history">My history</ButtonLink>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        The scorecards of rounds you took part in are in your history.
      </ErrorState>
    </main>
  );
}
