'use client';

import { usePathname } from 'next/navigation';
import { ButtonLink } from '@/app/ui/button';

/** Leads back to this address after signing in. */
export function SignInHere() {
  const path = usePathname();
  return (
    <ButtonLink href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`} variant="plain">
      Sign in
    </ButtonLink>
  );
}
