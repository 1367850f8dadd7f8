import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import type { RejectionCode } from '@/server/protocol/rejections';
import { refusalWords } from './refusal-words';

interface RefusedProps {
  code: RejectionCode;
  signedIn: boolean;
}

/** Why a link does not lead into its room, and what helps. */
export function Refused({ code, signedIn }: RefusedProps) {
  const { title, text } = refusalWords(code);
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
