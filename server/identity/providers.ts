import githubModule from 'next-auth/providers/github';
import googleModule from 'next-auth/providers/google';
import { type OidcSettings, oidcProvider } from './oidc-provider';

export interface ClientCredentials {
  id: string;
  secret: string;
}

export interface ProviderSettings {
  github?: ClientCredentials | null;
  google?: ClientCredentials | null;
  oidc?: OidcSettings | null;
}

/** next-auth's sign-in providers, according to the settings. */
export function oauthProviders({ github, google, oidc }: ProviderSettings) {
  const providers = [
    github && unwrap(githubModule)({ clientId: github.id, clientSecret: github.secret }),
    google && unwrap(googleModule)({ clientId: google.id, clientSecret: google.secret }),
    oidc && oidcProvider(oidc),
  ];
  return providers.filter((provider) => !!provider);
}

/** In Node's ESM the default import of a CommonJS module is its exports, contrary to the types. */
function unwrap<T extends object>(imported: T): T {
  return 'default' in imported ? (imported.default as T) : imported;
}
