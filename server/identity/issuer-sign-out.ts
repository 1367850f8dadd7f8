import { z } from 'zod';
import { discoveryOf, type OidcSettings } from './oidc-provider';

const discovery = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }).optional() });

/** Milliseconds that the issuer has to say where people sign out. */
const PATIENCE_MS = 3_000;

/**
 * The address at the issuer that signs somebody out there and leads back to our home page (OpenID Connect RP-Initiated Logout 1.0);
 * null if it has none, or cannot be asked now: then they are signed out here alone.
 */
export async function issuerSignOut(
  { issuer, id }: OidcSettings,
  idToken: string,
  publicUrl: string,
): Promise<string | null> {
  try {
    const response = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { end_session_endpoint: endpoint } = discovery.parse(await response.json());
    if (!endpoint) return null;
    const address = new URL(endpoint);
    address.searchParams.set('id_token_hint', idToken);
    address.searchParams.set('client_id', id);
    // Never an address from a request, so that nobody can be sent elsewhere from here.
    address.searchParams.set('post_logout_redirect_uri', `${publicUrl}/`);
    return address.href;
  } catch {
    return null;
  }
}
