import { headers } from 'next/headers';
import { cache } from 'react';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';

/** Who asks for this page; null when signed out. Asked once for a request. */
export const currentPrincipal = cache(async (): Promise<Principal | null> => {
  const cookie = (await headers()).get('cookie');
  return doorway().identity.principal(cookie);
});
