import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { safeCallback } from '@/app/account/callback-url';
import { currentPrincipal } from '@/app/account/current-principal';
import { knownName } from '@/app/account/known-name';
import { signInProblem } from '@/app/account/sign-in-problem';
import { ErrorState } from '@/app/ui/error-state';
import { Wordmark } from '@/app/ui/wordmark';
import { doorway } from '@/server/doorway';
import { SignInScreen } from './sign-in-screen';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  const { identity, publicUrl } = doorway();
  const principal = await currentPrincipal();
  const goTo = safeCallback(callbackUrl, publicUrl);
  // A guest comes here to get an account; a person with an account has nothing to do here.
  if (principal?.kind === 'account') redirect(goTo);
  const nothingToDo = identity.providers.length === 0 && (principal !== null || !identity.guests);
  if (principal && nothingToDo) redirect(goTo);
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-sm flex-col items-start px-4 py-16 sm:justify-center sm:px-0"
    >
      <a href="/" aria-label="Hotseat, home" className="mb-10 rounded">
        <Wordmark />
      </a>
      {nothingToDo ? (
        <ErrorState title="Nobody can sign in here yet">
          This server lets no guests in, and no sign-in service is set up. Tell the person who runs it.
        </ErrorState>
      ) : (
        <SignInScreen
          goTo={goTo}
          guests={identity.guests && principal === null}
          providers={identity.providers}
          guestName={knownName(principal)}
          problem={signInProblem(error)}
        />
      )}
    </main>
  );
}
