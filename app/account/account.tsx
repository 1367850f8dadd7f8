import { ButtonLink } from '@/app/ui/button';
import { doorway } from '@/server/doorway';
import { AccountMenu } from './account-menu';
import { currentPrincipal } from './current-principal';
import { knownName } from './known-name';

/** For the header: who is signed in, or a link to sign in. */
export async function Account() {
  const principal = await currentPrincipal();
  if (!principal)
    return (
      <ButtonLink href="/sign-in" variant="quiet" size="sm">
        Sign in
      </ButtonLink>
    );
  const { providers } = doorway().identity;
  return (
    <AccountMenu
      name={knownName(principal)}
      email={principal.email}
      guest={principal.kind === 'guest'}
      canKeep={principal.kind === 'guest' && providers.length > 0}
    />
  );
}
