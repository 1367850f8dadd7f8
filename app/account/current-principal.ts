import { headers } from 'next/headers';
import { cache } from 'react';
import { doorway } from '@/server/doorway';
import type { Principal } from '@/server/runtime/principal';

/** The person who requests this page; null when signed out. Looked up once per request. */
export const currentPrincipal = cache(async (): Promise<Principal | null> => {
  const cookie = (await headers()).get('cookie');
  return doorway().identity.principal(cookie);
});
