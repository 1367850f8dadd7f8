import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import type { RejectionCode } from '@/server/protocol/rejections';
import { rejectionWords } from './rejection-words';

interface RejectedProps {
  code: RejectionCode;
  signedIn: boolean;
}

/** Why a link does not lead into its room, and what to do. */
export function Rejected({ code, signedIn }: RejectedProps) {
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
    </ErrorState>
  );
}
