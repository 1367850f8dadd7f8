import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig, SETTING_NAMES } from './config';

const problems = (env: Record<string, string>): string[] => {
  const result = readConfig(env);
  return result.ok ? [] : result.problems;
};

test('with nothing set, it serves this machine on port 3000, with guests and SQLite', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    config: {
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'data',
      publicUrl: null,
      databaseUrl: null,
      databaseConnections: 10,
      redisUrl: null,
      authSecret: null,
      secretChanged: false,
      formerSecrets: [],
      nextSecret: null,
      guests: true,
      guestLimit: 60,
      proxies: 0,
      drainMs: 0,
      github: null,
      google: null,
      oidc: null,
      judge: null,
      metricsToken: null,
      webhook: null,
      logLevel: 'info',
    },
  });
});

test('an empty value is no value, as compose files pass it', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', GITHUB_ID: '', GITHUB_SECRET: '' })).toEqual(
    readConfig({}),
  );
});

test('every setting is read', () => {
  const result = readConfig({
    HOST: '0.0.0.0',
    PORT: '8080',
    DATA_DIR: '/srv/hotseat',
    PUBLIC_URL: 'https://Panel.example.org/',
    DATABASE_URL: 'postgresql://me:pw@db/hotseat',
    REDIS_URL: 'rediss://cache:6380',
    AUTH_SECRET: 'x'.repeat(32),
    DATABASE_CONNECTIONS: '4',
    GUESTS: 'on',
    GUEST_LIMIT: '500',
    TRUST_PROXY: '2',
    SECRET_CHANGED: 'yes',
    FORMER_SECRETS: `${'y'.repeat(32)}, ${'z'.repeat(32)}`,
    NEXT_SECRET: 'n'.repeat(32),
    DRAIN_SECONDS: '20',
    GITHUB_ID: 'gh',
    GITHUB_SECRET: 'ghs',
    GOOGLE_ID: 'go',
    GOOGLE_SECRET: 'gos',
    OIDC_ISSUER: 'https://login.example.org/realm',
    OIDC_ID: 'oi',
    OIDC_SECRET: 'ois',
    METRICS_TOKEN: 'm'.repeat(16),
    OIDC_DOMAINS: 'Example.org, example.com',
    OIDC_GROUPS: 'Hiring team, staff',
    OIDC_SIGN_OUT: 'on',
    LOG_LEVEL: 'debug',
  });
  expect(result).toMatchObject({
    ok: true,
    config: {
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/srv/hotseat',
      publicUrl: 'https://panel.example.org',
      databaseUrl: 'postgresql://me:pw@db/hotseat',
      databaseConnections: 4,
      redisUrl: 'rediss://cache:6380',
      guests: true,
      guestLimit: 500,
      proxies: 2,
      secretChanged: true,
      formerSecrets: ['y'.repeat(32), 'z'.repeat(32)],
      nextSecret: 'n'.repeat(32),
      drainMs: 20_000,
      github: { id: 'gh', secret: 'ghs' },
      google: { id: 'go', secret: 'gos' },
      oidc: {
        issuer: 'https://login.example.org/realm',
        id: 'oi',
        secret: 'ois',
        name: 'login.example.org',
        scopes: 'openid email profile',
        domains: ['example.org', 'example.com'],
        groups: ['Hiring team', 'staff'],
        groupsClaim: 'groups',
        signsOut: true,
      },
      metricsToken: 'm'.repeat(16),
      logLevel: 'debug',
    },
  });
});

test.each([
  ['PORT', 'http', 'PORT is "http". Write a whole number from 0 to 65535, as in PORT=3000.'],
  ['PORT', '70000', 'PORT is "70000". Write a whole number from 0 to 65535, as in PORT=3000.'],
  [
    'DRAIN_SECONDS',
    '301',
    'DRAIN_SECONDS is "301". Write how long a load balancer needs to look elsewhere, at most 300, as in DRAIN_SECONDS=10.',
  ],
  ['GUESTS', 'yes', 'GUESTS is "yes". Write GUESTS=on or GUESTS=off.'],
  [
    'PUBLIC_URL',
    'https://example.org/hotseat',
    'PUBLIC_URL is "https://example.org/hotseat". Write the address people open, without a path, as in PUBLIC_URL=https://panel.example.org.',
  ],
  [
    'LOG_LEVEL',
    'loud',
    'LOG_LEVEL is "loud". Write one of fatal, error, warn, info, debug, silent, as in LOG_LEVEL=info.',
  ],
])('%s=%s is one line that says what to write', (name, value, line) => {
  expect(problems({ [name]: value })).toEqual([line]);
});

test('every wrong value is told at once', () => {
  expect(problems({ PORT: 'a', GUESTS: 'b', HOST: 'c d' })).toHaveLength(3);
});

test('a secret that cannot be used is not repeated', () => {
  const withPassword = problems({ JUDGE_URL: 'https://me:hunter2@judge.example.org', JUDGE_MODEL: 'small' });
  expect(withPassword).toEqual([expect.stringMatching(/^JUDGE_URL cannot be used\. Write .+JUDGE_KEY/)]);
  expect(withPassword.join()).not.toContain('hunter2');
  for (const name of [
    'AUTH_SECRET',
    'DATABASE_URL',
    'REDIS_URL',
    'METRICS_TOKEN',
    'FORMER_SECRETS',
    'NEXT_SECRET',
  ]) {
    const [line, ...more] = problems({ [name]: 'hunter2' });
    expect(more).toEqual([]);
    expect(line).toMatch(new RegExp(`^${name} cannot be used. Write `));
    expect(line).not.toContain('hunter2');
  }
});

test.each([
  [{ GITHUB_ID: 'a' }, 'GITHUB_ID needs GITHUB_SECRET too. Write all of them, or none.'],
  [{ GOOGLE_SECRET: 'a' }, 'GOOGLE_SECRET needs GOOGLE_ID too. Write all of them, or none.'],
  [
    { OIDC_ISSUER: 'https://login.example.org' },
    'OIDC_ISSUER needs OIDC_ID and OIDC_SECRET too. Write all of them, or none.',
  ],
])('half a provider is a problem: %o', (env, line) => {
  expect(problems(env)).toEqual([line]);
});

test.each([
  ['PUBLIC_URL', 'panel.example.org'],
  ['PUBLIC_URL', '"https://panel.example.org"'],
  ['PUBLIC_URL', 'https://panel.example.org:99999'],
  ['PUBLIC_URL', 'https://'],
  ['OIDC_ISSUER', 'login.example.org'],
  ['OIDC_ISSUER', 'https://login.example.org/%zz'],
  ['DATABASE_URL', 'postgresql://me:100%@localhost/hotseat'],
  ['DATABASE_URL', 'localhost:5432/hotseat'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'redis://localhost:70000'],
  ['WEBHOOK_URL', 'ats.example.org'],
  ['WEBHOOK_URL', 'https://me:hunter2@ats.example.org/'],
  ['JUDGE_URL', 'localhost:11434'],
  ['JUDGE_URL', 'https://user@judge.example.org/v1'],
  ['JUDGE_URL', 'https://:hunter2@judge.example.org/v1'],
  ['JUDGE_URL', 'https://judge.example.org/v1?version=2'],
  ['JUDGE_URL', 'https://judge.example.org/v1#'],
])('an address that is none is one line, whatever is wrong with it: %s=%s', (name, value) => {
  const lines = problems({ [name]: value }).filter((line) => !line.includes(' needs '));
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^${name} (?:is|cannot be used).+ as in ${name}=`)),
  ]);
});

const SECRET = { AUTH_SECRET: 'x'.repeat(32) };
const POSTGRES = { DATABASE_URL: 'postgresql://me:pw@db/hotseat' };
const KEY = `whsec_${'A'.repeat(44)}`;
const HOOK = { WEBHOOK_URL: 'https://ats.example.org/hook?of=hotseat', WEBHOOK_SECRET: KEY };
const MEMBERS_ONLY = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_ID: 'oi',
  OIDC_SECRET: 'ois',
  OIDC_DOMAINS: 'example.org',
  GUESTS: 'off',
};

test.each([
  [{ REDIS_URL: 'redis://localhost:6379', ...SECRET }, /^REDIS_URL joins several .+ Write DATABASE_URL too/],
  [POSTGRES, /^A database that DATABASE_URL names .+ Write AUTH_SECRET/],
  [{ PUBLIC_URL: 'https://panel.example.org' }, /^PUBLIC_URL is https.+ Write TRUST_PROXY=1\.$/],
  [{ PUBLIC_URL: 'https://panel.example.org', TRUST_PROXY: '0' }, /^PUBLIC_URL is https/],
  [HOOK, /^WEBHOOK_URL is sent links.+ Write PUBLIC_URL too\.$/],
  [{ ...HOOK, PUBLIC_URL: 'http://panel', AUTH_SECRET: KEY }, /^WEBHOOK_SECRET is AUTH_SECRET too/],
  [{ OIDC_NAME: 'Example' }, /^OIDC_NAME names an issuer that is not set/],
  [{ OIDC_GROUPS: 'staff' }, /^OIDC_GROUPS limits an issuer that is not set/],
  [{ OIDC_SIGN_OUT: 'on' }, /^OIDC_SIGN_OUT signs people out at an issuer that is not set/],
  [{ ...MEMBERS_ONLY, OIDC_GROUPS_CLAIM: 'roles' }, /^OIDC_GROUPS_CLAIM says where .+ Write OIDC_GROUPS too/],
  [
    { ...MEMBERS_ONLY, OIDC_DOMAINS: '', OIDC_GROUPS: 'staff', GITHUB_ID: 'gh', GITHUB_SECRET: 'ghs' },
    /^OIDC_GROUPS and GUESTS=off .+ or OIDC_GROUPS\.$/,
  ],
  [{ OIDC_DOMAINS: 'example.org' }, /^OIDC_DOMAINS limits an issuer that is not set/],
  [
    { ...MEMBERS_ONLY, GITHUB_ID: 'gh', GITHUB_SECRET: 'ghs' },
    /GITHUB_ID lets in everybody .+ Take GITHUB_ID and GITHUB_SECRET out, or OIDC_DOMAINS\.$/,
  ],
  [
    { ...MEMBERS_ONLY, GOOGLE_ID: 'go', GOOGLE_SECRET: 'gos' },
    /GOOGLE_ID lets in everybody .+ Take GOOGLE_ID and GOOGLE_SECRET out, or OIDC_DOMAINS\.$/,
  ],
  [{ JUDGE_KEY: 'key' }, /^JUDGE_KEY is the key of a service that is not set\./],
  [{ ...SECRET, FORMER_SECRETS: SECRET.AUTH_SECRET }, /^FORMER_SECRETS contains AUTH_SECRET/],
  [{ ...SECRET, NEXT_SECRET: SECRET.AUTH_SECRET }, /^NEXT_SECRET is AUTH_SECRET already/],
  [
    { ...SECRET, NEXT_SECRET: 'n'.repeat(32), FORMER_SECRETS: 'n'.repeat(32) },
    /^FORMER_SECRETS contains NEXT_SECRET/,
  ],
])('settings that contradict each other are one line: %o', (env, line) => {
  expect(problems(env)).toEqual([expect.stringMatching(line)]);
});

test('settings that agree are none', () => {
  expect(problems({ ...SECRET, ...POSTGRES, REDIS_URL: 'redis://localhost:6379' })).toEqual([]);
  expect(problems({ PUBLIC_URL: 'https://panel.example.org', TRUST_PROXY: '1' })).toEqual([]);
  expect(readConfig(MEMBERS_ONLY)).toMatchObject({ ok: true, config: { guests: false } });
  expect(problems({ ...MEMBERS_ONLY, GUESTS: 'on', GITHUB_ID: 'gh', GITHUB_SECRET: 'ghs' })).toEqual([]);
});

test('a webhook has an address, and a key or several', () => {
  const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const read = readConfig({ ...HOOK, PUBLIC_URL: 'http://panel', WEBHOOK_SECRET: `${other}, ${KEY}` });
  const keys = [Buffer.alloc(24, 1), Buffer.alloc(33)];
  expect(read).toMatchObject({ ok: true, config: { webhook: { url: HOOK.WEBHOOK_URL, keys } } });
  expect(problems({ WEBHOOK_URL: HOOK.WEBHOOK_URL })).toEqual([
    'WEBHOOK_URL needs WEBHOOK_SECRET too. Write all of them, or none.',
  ]);
  for (const key of ['hunter2', 'whsec_hunter2', `${KEY},hunter2`, `whsec_${'A'.repeat(88)}`])
    expect(problems({ ...HOOK, WEBHOOK_SECRET: key })).toEqual([
      expect.stringMatching(/^WEBHOOK_SECRET cannot be used\. Write whsec_(?!.*hunter2)/),
    ]);
});

test('a server that nobody could sign in to is rejected', () => {
  expect(problems({ GUESTS: 'off' })).toEqual([
    'GUESTS=off leaves nobody a way in. Write GUESTS=on, or set up GitHub, Google or OIDC.',
  ]);
});

test('.env.example names every setting and changes nothing as it is', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^# ?([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(named.sort()).toEqual([...SETTING_NAMES].sort());
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
});
