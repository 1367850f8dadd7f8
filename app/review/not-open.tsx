import { currentPrincipal } from '@/app/account/current-principal';
import { knownName } from '@/app/account/known-name';
import { AppShell } from '@/app/ui/app-shell';
import { ButtonLink } from '@/app/ui/button';
import { ErrorState } from '@/app/ui/error-state';
import { SignInHere } from './sign-in-here';

/** What a scorecard's address is, for everybody to whom it shows nothing: the same words whatever the reason. */
export async function NotOpen() {
  const principal = await currentPrincipal();
  const name = knownName(principal);
  return (
    <AppShell>
      <ErrorState
        sign="404"
        title="This scorecard is not open to you"
        action={
          <>
            {principal ? null : <SignInHere />}
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        <p>
          Hotseat is where people practise and hold panel interviews. Each round ends with a scorecard. Only
          people who took part can open it at this address: the panel once the round is closed, the candidate
          once it is published.
        </p>
        <p className="mt-3">
          Did somebody send you this address? Ask them for a share link, which needs no account.{' '}
          {name
            ? `You are signed in as ${name}. If you took part under another name, sign in as that person.`
            : 'Did you take part? Sign in as the same person.'}
        </p>
      </ErrorState>
    </AppShell>
  );
}
