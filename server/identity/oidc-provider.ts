import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { groupsIn } from './allowed-group';

export interface OidcSettings {
  /** Its discovery document is at `/.well-known/openid-configuration`. */
  issuer: string;
  id: string;
  secret: string;
  /** The name on the sign-in button. */
  name: string;
  /** What is asked of it, with spaces between. */
  scopes?: string;
  /** Of the e-mail addresses that may sign in; none allows all. */
  domains?: readonly string[];
  /** Those that may sign in; none allows all. */
  groups?: readonly string[];
  /** Where it names somebody's groups. */
  groupsClaim?: string;
  /** Whether signing out here signs people out there too. */
  signsOut?: boolean;
}

export const discoveryOf = (issuer: string) =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

const oidcClaims = z.looseObject({ sub: z.string().min(1) });
type OidcClaims = z.infer<typeof oidcClaims>;

/** Any OpenID Connect issuer: authorization code flow with PKCE, state and nonce. */
export function oidcProvider(settings: OidcSettings): OAuthConfig<OidcClaims> {
  const {
    issuer,
    id,
    secret,
    name,
    scopes = 'openid email profile',
    groups = [],
    groupsClaim = 'groups',
  } = settings;
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: discoveryOf(issuer),
    authorization: { params: { scope: scopes } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    userinfo: {
      // Some issuers give a person's name, or their groups, only at this endpoint.
      request: async ({ client, tokens }) => {
        const claims = claimsOf(tokens.id_token ?? '');
        const lacksGroups = groups.length > 0 && groupsIn(claims, groupsClaim).length === 0;
        if ((claims.name && !lacksGroups) || !client.issuer.metadata.userinfo_endpoint) return claims;
        const more = await client.userinfo(tokens.access_token ?? '');
        if (more.sub !== claims.sub) throw new Error('The issuer named two different people');
        return { ...claims, ...more };
      },
    },
    clientId: id,
    clientSecret: secret,
    profile: (claims) => ({
      id: claims.sub,
      name: text(claims.name) ?? text(claims.preferred_username),
      email: text(claims.email),
      image: text(claims.picture),
    }),
  };
}

/** The claims of an ID token, which openid-client has already verified. */
function claimsOf(idToken: string): OidcClaims {
  const [, payload = ''] = idToken.split('.');
  return oidcClaims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
