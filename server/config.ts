/** One file: a setting, what it accepts, and what contradicts it are read together. */

import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  /** Where people reach the server, as in `https://panel.example.org`; null stands for localhost and the port. */
  publicUrl: string | null;
  /** PostgreSQL; null keeps the record in SQLite under `dataDir`. */
  databaseUrl: string | null;
  /** Of this process to PostgreSQL, at most, beside the one that proves that an append would work. */
  databaseConnections: number;
  redisUrl: string | null;
  /** Null: one is made and kept under `dataDir`. */
  authSecret: string | null;
  /** The secret is another than the record was used with, on purpose. */
  secretChanged: boolean;
  /** Secrets from before; sessions that they signed stay valid. */
  formerSecrets: string[];
  /** The secret that other processes may go by already; what they signed is valid. */
  nextSecret: string | null;
  guests: boolean;
  /** New guests that one network may bring within ten minutes. */
  guestLimit: number;
  /** How many reverse proxies of ours are in front: their notes of who connects are believed. */
  proxies: number;
  /** Milliseconds between saying no to a load balancer and taking nothing more. */
  drainMs: number;
  github: { id: string; secret: string } | null;
  google: { id: string; secret: string } | null;
  /**
   * `domains`: of the e-mail addresses that may sign in; none allows all, and just so `groups`, which the issuer names in the
   * claim `groupsClaim`. `signsOut`: signing out here signs people out there too.
   */
  oidc: {
    issuer: string;
    id: string;
    secret: string;
    name: string;
    scopes: string;
    domains: string[];
    groups: string[];
    groupsClaim: string;
    signsOut: boolean;
  } | null;
  /** Who reads `/metrics` says it; null: programs of this machine alone. */
  metricsToken: string | null;
  /** The operator's own system, which is told of published rounds and recorded decisions; null: nobody is. */
  webhook: { url: string; keys: Buffer[] } | null;
  /** A service that gives somebody who practises alone a second opinion; null: there is none. */
  judge: { url: string; model: string; key: string | null; anHour: number } | null;
  logLevel: (typeof LOG_LEVELS)[number];
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

/** What a person may have written, before anything is made of it: an empty value counts as none. */
type Env = Record<string, string | undefined>;

/** An address that every program reads alike: its escapes (`%40`) are whole, too. */
const address = (value: string, protocols: readonly string[]): URL | null => {
  if (!URL.canParse(value) || /%(?![0-9a-f]{2})/i.test(value)) return null;
  const url = new URL(value);
  return protocols.includes(url.protocol) && url.hostname !== '' ? url : null;
};

const isUrl = (...protocols: string[]) => z.string().refine((value) => address(value, protocols) !== null);

/** Paths are put after it, and it is named in the log. */
const bareUrl = isUrl('http:', 'https:').refine((value) => {
  const url = address(value, ['http:', 'https:']);
  return url !== null && !url.username && !url.password && !/[?#]/.test(value);
});

/** `fetch` does not take a user and a password in an address. */
const hookUrl = isUrl('http:', 'https:').refine((value) => {
  const url = address(value, ['http:', 'https:']);
  return url !== null && !url.username && !url.password && !url.hash;
});

/** As Standard Webhooks writes a key: 24 to 64 bytes in Base64 after `whsec_`. */
const hookKey = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)
  .transform((value) => Buffer.from(value.slice('whsec_'.length), 'base64'))
  .refine((key) => key.length >= 24 && key.length <= 64);

const origin = z.string().refine((value) => {
  const url = address(value, ['http:', 'https:']);
  return url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username;
});

/** Where several processes share the rooms. One alone has nobody to hand over to. */
const USUAL_DRAIN_SECONDS = 5;

/** PostgreSQL accepts 100 by default: enough for eight processes, each of which needs up to two more. */
const USUAL_CONNECTIONS = 10;

/** Enough for a class behind one address, too few for a script to fill the record. */
const USUAL_GUEST_LIMIT = 60;

const USUAL_SCOPES = 'openid email profile';

/** Settings of an issuer, and what they do with it. */
const OF_ISSUER = {
  OIDC_NAME: 'names',
  OIDC_DOMAINS: 'limits',
  OIDC_GROUPS: 'limits',
  OIDC_SCOPES: 'asks for more of',
  OIDC_SIGN_OUT: 'signs people out at',
} as const;
/** Second opinions of one process within an hour: a class of people who practise, and no open tap for a paid service. */
const USUAL_OPINIONS_AN_HOUR = 200;

/** Each setting, what it accepts, and what to write instead of a value that it does not accept. */
const settings = {
  HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:-]+$/),
    hint: 'an address to listen on, as in HOST=0.0.0.0',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
    hint: 'a whole number from 0 to 65535, as in PORT=3000',
  },
  DATA_DIR: { schema: z.string(), hint: 'a folder, as in DATA_DIR=data' },
  PUBLIC_URL: {
    schema: origin.transform((value) => new URL(value).origin),
    hint: 'the address people open, without a path, as in PUBLIC_URL=https://panel.example.org',
  },
  DATABASE_URL: {
    schema: isUrl('postgres:', 'postgresql:'),
    secret: true,
    hint: 'a PostgreSQL address, as in DATABASE_URL=postgresql://user:password@localhost:5432/hotseat',
  },
  DATABASE_CONNECTIONS: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .transform(Number),
    hint: 'how many connections to PostgreSQL each process may have, from 1 to 999, as in DATABASE_CONNECTIONS=10',
  },
  REDIS_URL: {
    schema: isUrl('redis:', 'rediss:'),
    secret: true,
    hint: 'a Redis address, as in REDIS_URL=redis://localhost:6379',
  },
  AUTH_SECRET: {
    schema: z.string().min(32),
    secret: true,
    hint: 'at least 32 characters that nobody can guess, as printed by: openssl rand -hex 32',
  },
  FORMER_SECRETS: {
    schema: z
      .string()
      .transform((value) => value.split(/[\s,]+/))
      .refine((secrets) => secrets.every((secret) => secret.length >= 32)),
    secret: true,
    hint: 'the earlier values of AUTH_SECRET (or of the file auth-secret), with commas between them',
  },
  NEXT_SECRET: {
    schema: z.string().min(32),
    secret: true,
    hint: 'the value that AUTH_SECRET is going to have, at least 32 characters',
  },
  SECRET_CHANGED: {
    schema: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
    hint: 'SECRET_CHANGED=yes for one start, or SECRET_CHANGED=no',
  },
  GUESTS: {
    schema: z.enum(['on', 'off']).transform((value) => value === 'on'),
    hint: 'GUESTS=on or GUESTS=off',
  },
  GUEST_LIMIT: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
    hint: 'how many new guests one network may bring within ten minutes, as in GUEST_LIMIT=60',
  },
  TRUST_PROXY: {
    schema: z.string().regex(/^\d$/).transform(Number),
    hint: 'how many reverse proxies of yours are in front, as in TRUST_PROXY=1',
  },
  DRAIN_SECONDS: {
    schema: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((seconds) => seconds <= 300),
    hint: 'how long a load balancer needs to look elsewhere, at most 300, as in DRAIN_SECONDS=10',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16),
    secret: true,
    hint: 'at least 16 characters that nobody can guess, as printed by: openssl rand -hex 16',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), hint: `one of ${LOG_LEVELS.join(', ')}, as in LOG_LEVEL=info` },
  GITHUB_ID: { schema: z.string(), hint: 'the client id that GitHub shows' },
  GITHUB_SECRET: { schema: z.string(), secret: true, hint: 'the client secret that GitHub shows' },
  GOOGLE_ID: { schema: z.string(), hint: 'the client id that Google shows' },
  GOOGLE_SECRET: { schema: z.string(), secret: true, hint: 'the client secret that Google shows' },
  OIDC_ISSUER: {
    schema: isUrl('http:', 'https:'),
    hint: 'the address of the issuer, as in OIDC_ISSUER=https://login.example.org',
  },
  OIDC_ID: { schema: z.string(), hint: 'the client id at the issuer' },
  OIDC_SECRET: { schema: z.string(), secret: true, hint: 'the client secret at the issuer' },
  OIDC_DOMAINS: {
    schema: z
      .string()
      .transform((value) => value.toLowerCase().split(/[\s,]+/))
      .refine((domains) => domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))),
    hint: 'the domains of the e-mail addresses that may sign in, as in OIDC_DOMAINS=example.org,example.com',
  },
  OIDC_GROUPS: {
    schema: z
      .string()
      .transform((value) => value.split(',').map((group) => group.trim()))
      .refine((groups) => groups.every((group) => group !== '')),
    hint: 'the groups that may sign in, with commas between them, as in OIDC_GROUPS=hiring,staff',
  },
  OIDC_GROUPS_CLAIM: {
    schema: z.string().regex(/^\S{1,200}$/),
    hint: 'the claim in which the issuer names groups, as in OIDC_GROUPS_CLAIM=groups',
  },
  OIDC_SCOPES: {
    schema: z.string().regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/),
    hint: 'openid and what else is asked of the issuer, with spaces between, as in OIDC_SCOPES=openid email profile groups',
  },
  OIDC_SIGN_OUT: {
    schema: z.enum(['on', 'off']).transform((value) => value === 'on'),
    hint: 'OIDC_SIGN_OUT=on or OIDC_SIGN_OUT=off',
  },
  OIDC_NAME: { schema: z.string().max(40), hint: 'at most 40 characters, as in OIDC_NAME=Example' },
  WEBHOOK_URL: {
    schema: hookUrl,
    secret: true,
    hint: 'the address that is told, without a user, a password or a #, as in WEBHOOK_URL=https://ats.example.org/hotseat',
  },
  WEBHOOK_SECRET: {
    schema: z
      .string()
      .transform((value) => value.split(/[\s,]+/))
      .pipe(z.array(hookKey).max(4)),
    secret: true,
    hint: 'whsec_ and 24 to 64 bytes in Base64, as printed by: echo whsec_$(openssl rand -base64 32); to change it, the new one, a comma and the old one',
  },
  JUDGE_URL: {
    schema: bareUrl,
    secret: true,
    hint: 'the address of an OpenAI-compatible service, without a user, a password, a query or a # (a key goes into JUDGE_KEY), as in JUDGE_URL=http://localhost:11434/v1',
  },
  JUDGE_MODEL: { schema: z.string().max(200), hint: 'a model of that service, as in JUDGE_MODEL=llama3.1' },
  JUDGE_KEY: { schema: z.string(), secret: true, hint: 'the key that the service gave you' },
  JUDGE_AN_HOUR: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
    hint: 'a whole number from 1 to 999999, of second opinions that one process asks for within an hour, as in JUDGE_AN_HOUR=200',
  },
} as const;
type Name = keyof typeof settings;
export const SETTING_NAMES = Object.keys(settings) as Name[];

/** Settings that mean something only together. */
const TOGETHER: readonly (readonly Name[])[] = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['GOOGLE_ID', 'GOOGLE_SECRET'],
  ['OIDC_ISSUER', 'OIDC_ID', 'OIDC_SECRET'],
  ['WEBHOOK_URL', 'WEBHOOK_SECRET'],
  ['JUDGE_URL', 'JUDGE_MODEL'],
];

/** Settings from the environment; or one readable line for each problem, which never repeats a secret. */
export function readConfig(env: Env): ConfigResult {
  const problems: string[] = [];
  const written = (name: Name): string | null => env[name]?.trim() || null;
  const read = <N extends Name>(name: N): z.output<(typeof settings)[N]['schema']> | null => {
    const value = written(name);
    if (value === null) return null;
    const setting: { schema: z.ZodType; hint: string; secret?: boolean } = settings[name];
    const parsed = setting.schema.safeParse(value);
    if (parsed.success) return parsed.data as z.output<(typeof settings)[N]['schema']>;
    const shown = setting.secret ? 'cannot be used' : `is "${value.slice(0, 80)}"`;
    problems.push(`${name} ${shown}. Write ${setting.hint}.`);
    return null;
  };

  for (const names of TOGETHER) {
    const missing = names.filter((name) => written(name) === null);
    if (missing.length > 0 && missing.length < names.length) {
      const given = names.filter((name) => !missing.includes(name)).join(' and ');
      problems.push(`${given} needs ${missing.join(' and ')} too. Write all of them, or none.`);
    }
  }
  const issuer = read('OIDC_ISSUER');
  const oidcId = read('OIDC_ID');
  const oidcSecret = read('OIDC_SECRET');
  const oidcName = read('OIDC_NAME');
  const oidcDomains = read('OIDC_DOMAINS');
  const oidcGroups = read('OIDC_GROUPS');
  const groupsClaim = read('OIDC_GROUPS_CLAIM');
  const oidcScopes = read('OIDC_SCOPES');
  const oidcSignOut = read('OIDC_SIGN_OUT');
  const databaseUrl = read('DATABASE_URL');
  const redisUrl = read('REDIS_URL');
  const drainSeconds = read('DRAIN_SECONDS');
  const webhookUrl = read('WEBHOOK_URL');
  const webhookKeys = read('WEBHOOK_SECRET');
  const judgeUrl = read('JUDGE_URL');
  const judgeModel = read('JUDGE_MODEL');
  const judgeKey = read('JUDGE_KEY');
  const anHour = read('JUDGE_AN_HOUR') ?? USUAL_OPINIONS_AN_HOUR;
  const config: Config = {
    host: read('HOST') ?? '127.0.0.1',
    port: read('PORT') ?? 3000,
    dataDir: read('DATA_DIR') ?? 'data',
    publicUrl: read('PUBLIC_URL'),
    databaseUrl,
    databaseConnections: read('DATABASE_CONNECTIONS') ?? USUAL_CONNECTIONS,
    redisUrl,
    authSecret: read('AUTH_SECRET'),
    secretChanged: read('SECRET_CHANGED') ?? false,
    formerSecrets: read('FORMER_SECRETS') ?? [],
    nextSecret: read('NEXT_SECRET'),
    guests: read('GUESTS') ?? true,
    guestLimit: read('GUEST_LIMIT') ?? USUAL_GUEST_LIMIT,
    proxies: read('TRUST_PROXY') ?? 0,
    drainMs: 1_000 * (drainSeconds ?? (databaseUrl || redisUrl ? USUAL_DRAIN_SECONDS : 0)),
    github: pair(read('GITHUB_ID'), read('GITHUB_SECRET')),
    google: pair(read('GOOGLE_ID'), read('GOOGLE_SECRET')),
    oidc:
      issuer && oidcId && oidcSecret
        ? {
            issuer,
            id: oidcId,
            secret: oidcSecret,
            name: oidcName ?? new URL(issuer).hostname,
            scopes: oidcScopes ?? USUAL_SCOPES,
            domains: oidcDomains ?? [],
            groups: oidcGroups ?? [],
            groupsClaim: groupsClaim ?? 'groups',
            signsOut: oidcSignOut ?? false,
          }
        : null,
    webhook: webhookUrl && webhookKeys ? { url: webhookUrl, keys: webhookKeys } : null,
    judge: judgeUrl && judgeModel ? { url: judgeUrl, model: judgeModel, key: judgeKey, anHour } : null,
    metricsToken: read('METRICS_TOKEN'),
    logLevel: read('LOG_LEVEL') ?? 'info',
  };
  const idle = Object.entries(OF_ISSUER).find(
    ([name]) => config.oidc === null && written(name as Name) !== null,
  );
  if (idle && problems.length === 0)
    problems.push(
      `${idle[0]} ${idle[1]} an issuer that is not set. Write OIDC_ISSUER, OIDC_ID and OIDC_SECRET too, or take ${idle[0]} out.`,
    );
  if (groupsClaim !== null && oidcGroups === null && problems.length === 0)
    problems.push(
      'OIDC_GROUPS_CLAIM says where groups are named, and none is asked for. Write OIDC_GROUPS too, or take OIDC_GROUPS_CLAIM out.',
    );
  if (judgeKey !== null && judgeUrl === null && problems.length === 0)
    problems.push(
      'JUDGE_KEY is the key of a service that is not set. Write JUDGE_URL and JUDGE_MODEL too, or take JUDGE_KEY out.',
    );
  if (config.authSecret !== null && config.formerSecrets.includes(config.authSecret))
    problems.push('FORMER_SECRETS contains AUTH_SECRET, which is today’s. Take it out of FORMER_SECRETS.');
  if (config.nextSecret !== null && config.nextSecret === config.authSecret)
    problems.push('NEXT_SECRET is AUTH_SECRET already. Take it out.');
  if (config.nextSecret !== null && config.formerSecrets.includes(config.nextSecret))
    problems.push('FORMER_SECRETS contains NEXT_SECRET. A secret is one or the other: take it out of one.');
  const someProvider = config.github ?? config.google ?? config.oidc;
  if (problems.length === 0 && !config.guests && !someProvider)
    problems.push('GUESTS=off leaves nobody a way in. Write GUESTS=on, or set up GitHub, Google or OIDC.');
  if (problems.length === 0) problems.push(...contradictions(config));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}

/** Settings that are each right, and together cannot be meant. */
function contradictions({
  redisUrl,
  databaseUrl,
  authSecret,
  publicUrl,
  proxies,
  webhook,
  ...config
}: Config): string[] {
  const { github, google, oidc, guests } = config;
  const found: string[] = [];
  if (redisUrl && !databaseUrl)
    found.push(
      'REDIS_URL joins several processes, and one SQLite file serves one. Write DATABASE_URL too, or take REDIS_URL out.',
    );
  if (databaseUrl && !authSecret)
    found.push(
      'A database that DATABASE_URL names outlives this machine, and the secret must too: with another one every guest is a stranger. Write AUTH_SECRET, and the same for every process.',
    );
  if (publicUrl?.startsWith('https:') && proxies === 0)
    found.push(
      'PUBLIC_URL is https, so a reverse proxy is in front, and TRUST_PROXY says there is none: everybody would seem to come from one address. Write TRUST_PROXY=1.',
    );
  if (webhook && !publicUrl)
    found.push(
      'WEBHOOK_URL is sent links, which begin with PUBLIC_URL, and nothing says what that is. Write PUBLIC_URL too.',
    );
  if (webhook?.keys.some((key) => `whsec_${key.toString('base64')}` === authSecret))
    found.push(
      'WEBHOOK_SECRET is AUTH_SECRET too, so a receiver of webhooks could sign in as anybody. Write another WEBHOOK_SECRET.',
    );
  const limit = oidc && (oidc.domains.length > 0 ? 'OIDC_DOMAINS' : oidc.groups.length > 0 && 'OIDC_GROUPS');
  if (limit && !guests && (github || google))
    found.push(
      `${limit} and GUESTS=off keep strangers out, and ${github ? 'GITHUB_ID' : 'GOOGLE_ID'} lets in everybody with an account there. Take ${[github && 'GITHUB_ID and GITHUB_SECRET', google && 'GOOGLE_ID and GOOGLE_SECRET'].filter(Boolean).join(', ')} out, or ${limit}.`,
    );
  return found;
}

function pair(id: string | null, secret: string | null): { id: string; secret: string } | null {
  return id && secret ? { id, secret } : null;
}

/** The sites that signing in leads to, as origins. */
export function signInOrigins(config: Config): string[] {
  return [
    config.github && 'https://github.com',
    config.google && 'https://accounts.google.com',
    config.oidc && new URL(config.oidc.issuer).origin,
  ].filter((origin) => origin !== null);
}
