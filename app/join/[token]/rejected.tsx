import { ButtonLink } from '@/app/ui/button';
import { CalendarLink } from '@/app/ui/calendar-link';
import { ErrorState } from '@/app/ui/error-state';
import type { RejectionCode } from '@/server/protocol/rejections';
import { rejectionWords } from './rejection-words';

interface RejectedProps {
  code: RejectionCode;
  signedIn: boolean;
  /** The file that takes the room's time out of a calendar. */
  calendar: string | null;
}

/** Why a link does not lead into its room, and what to do. */
export function Rejected({ code, signedIn, calendar }: RejectedProps) {
  const { title, text } = rejectionWords(code);
  return (
    <ErrorState
      title={title}
      action={
        <>
          <ButtonLink href="/join">Use another link</ButtonLink>
          {code === 'room-ended' && signedIn ? (
            <ButtonLink href="/history">Open your history</ButtonLink>
          ) : (
            <ButtonLink href="/" variant="quiet">
              Back home
            </ButtonLink>
          )}
        </>
      }
    >
      {text}
      {calendar === null ? null : (
        <p className="pt-2">
          <CalendarLink href={calendar} isOff />
        </p>
      )}
    </ErrorState>
  );
}
