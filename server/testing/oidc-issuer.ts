import { createHash, generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface IssuerPerson {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  picture?: string;
  groups?: string[];
}

export interface OidcIssuer {
  url: string;
  clientId: string;
  clientSecret: string;
  /** The person whom the next visit to the authorization page signs in, without asking. */
  person: IssuerPerson;
  /** Whether the ID token contains the name and the address, or only the userinfo endpoint does. */
  claimsIn: 'id-token' | 'userinfo';
  /** The `sub` of everybody whom a visit to its sign-out page signed out, and where it sent them. */
  signedOut: { sub: string; to: string }[];
  close(): Promise<void>;
}

interface Grant {
  person: IssuerPerson;
  challenge: string;
  nonce: string | null;
  redirectUri: string;
}

/** A small but strict OpenID Connect issuer: code flow, PKCE required, client secret checked, RS256 ID tokens. */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, IssuerPerson>();

  const idToken = ({ person, nonce }: Grant): string => {
    const now = Math.floor(Date.now() / 1000);
    const said = issuer.claimsIn === 'id-token' ? person : { sub: person.sub };
    const claims = { ...said, iss: issuer.url, aud: issuer.clientId, iat: now, exp: now + 300, nonce };
    const body = [{ alg: 'RS256', kid: 'one' }, claims].map(toBase64Url).join('.');
    return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`;
  };

  const authorize = (asked: URLSearchParams, response: ServerResponse): ServerResponse => {
    const challenge = asked.get('code_challenge');
    const redirectUri = asked.get('redirect_uri');
    const complete = challenge && redirectUri && asked.get('code_challenge_method') === 'S256';
    if (!complete || asked.get('client_id') !== issuer.clientId) return answer(response, 400, {});
    const code = randomUUID();
    grants.set(code, { person: issuer.person, challenge, nonce: asked.get('nonce'), redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return response.writeHead(302, { location: back.href }).end();
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<ServerResponse> => {
    const form = new URLSearchParams(await bodyOf(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (request.headers.authorization !== basic(issuer)) return answer(response, 401, {});
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri'))
      return answer(response, 400, { error: 'invalid_grant' });
    const accessToken = randomUUID();
    tokens.set(accessToken, grant.person);
    return answer(response, 200, {
      access_token: accessToken,
      token_type: 'Bearer',
      id_token: idToken(grant),
    });
  };

  const signOut = (asked: URLSearchParams, response: ServerResponse): ServerResponse => {
    const [head = '', claims = '', signature = ''] = (asked.get('id_token_hint') ?? '').split('.');
    const isOurs = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    );
    const to = asked.get('post_logout_redirect_uri');
    if (!isOurs || !to || asked.get('client_id') !== issuer.clientId) return answer(response, 400, {});
    const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
    issuer.signedOut.push({ sub, to });
    return response.writeHead(302, { location: to }).end();
  };

  const userinfo = (request: IncomingMessage, response: ServerResponse): ServerResponse => {
    const person = tokens.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    return answer(response, person ? 200 : 401, person ?? {});
  };

  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer.url);
    if (pathname === '/.well-known/openid-configuration') answer(response, 200, discovery(issuer.url));
    else if (pathname === '/jwks') answer(response, 200, { keys: [key] });
    else if (pathname === '/authorize') authorize(searchParams, response);
    else if (pathname === '/token') void exchange(request, response);
    else if (pathname === '/sign-out') signOut(searchParams, response);
    else if (pathname === '/userinfo') userinfo(request, response);
    else answer(response, 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const issuer: OidcIssuer = {
    url: `http://127.0.0.1:${port}`,
    clientId: 'hotseat',
    clientSecret: 'known to this test alone',
    person: { sub: 'nobody' },
    claimsIn: 'id-token',
    signedOut: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}

/** OAuth 2.0 (RFC 6749, 2.3.1): both parts are form-encoded before they are joined. */
function basic({ clientId, clientSecret }: OidcIssuer): string {
  const encoded = [clientId, clientSecret].map((part) => encodeURIComponent(part).replace(/%20/g, '+'));
  return `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
}

function discovery(url: string) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    userinfo_endpoint: `${url}/userinfo`,
    jwks_uri: `${url}/jwks`,
    end_session_endpoint: `${url}/sign-out`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function answer(response: ServerResponse, status: number, body: object): ServerResponse {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function toBase64Url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
