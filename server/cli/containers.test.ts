import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, SETTING_NAMES } from '../config';
import { stagesOf } from '../testing/image';
import { ROOT } from './bundle';

/** Whether containers start needs a Docker, which tests do not have: here the files are held against the code that they run. */

interface Service {
  image?: string;
  environment?: Record<string, string>;
  command?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  stop_grace_period?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  services: Record<string, Service>;
  configs: { caddyfile: { content: string } };
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as Compose;
const given: Record<string, string> = {
  SITE: 'panel.example.org',
  AUTH_SECRET: 'x'.repeat(64),
  POSTGRES_PASSWORD: 'letters0and0digits',
};

/** As Compose replaces `${NAME}`, `${NAME:-else}` and `${NAME:?why}`. */
function filledIn(text: string): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, other) => {
    return given[name] || (kind === '-' ? other : '');
  });
}

const processes = Object.entries(compose.services).filter(([name]) => name.startsWith('hotseat-'));

test.each(processes)('what compose.yaml sets for %s is what the server takes', (_, { environment = {} }) => {
  for (const name of Object.keys(environment)) expect(SETTING_NAMES).toContain(name);
  const settings = Object.entries(environment).map(([name, value]) => [name, filledIn(value)]);
  expect(readConfig(Object.fromEntries(settings))).toMatchObject({
    ok: true,
    config: { publicUrl: 'https://panel.example.org', proxies: 1, drainMs: 5_000, guests: true },
  });
});

test.each(processes)(
  'compose passes every setting to %s that the image does not fix',
  (_, { environment = {} }) => {
    const settled = ['HOST', 'PORT', 'DATA_DIR'];
    const open = SETTING_NAMES.filter((name) => !settled.includes(name));
    expect(Object.keys(environment).sort()).toEqual(open.sort());
  },
);

test.each(processes)(
  '%s cannot write, has no rights, and is given the time that it needs to stop',
  (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    const stop = read('server/process/stop.ts');
    const deadline = Number(/DEADLINE_MS = ([\d_]+)/.exec(stop)?.[1]?.replace('_', ''));
    const grace = Number(/^(\d+)s$/.exec(service.stop_grace_period ?? '')?.[1]) * 1_000;
    expect(grace).toBeGreaterThan(deadline + Number(service.environment?.DRAIN_SECONDS) * 1_000);
    const check = service.healthcheck?.test.join(' ');
    expect(check).toContain('/readyz');
    expect(check).toContain('process.env.PORT');
  },
);

test('the runbook renews one process after the other, and none waits for another that does not start', () => {
  const [, steps = ''] = read('docs/operations.md').split('### Containers: ');
  const renewed = [...steps.matchAll(/up -d --wait ([\w-]+)\n/g)].map(([, name]) => name);
  const names = processes.map(([name]) => name);
  expect(renewed.slice(0, names.length)).toEqual(names);
  for (const [, { depends_on: needs = {} }] of processes)
    expect(Object.keys(needs).filter((name) => names.includes(name))).toEqual([]);
});

test('the balancer asks every process, at least twice before it goes', () => {
  const { content } = compose.configs.caddyfile;
  for (const [name] of processes) expect(content).toContain(`${name}:3000`);
  expect(content).toContain('health_uri /servable');
  const seconds = Number(/health_interval (\d+)s/.exec(content)?.[1]);
  expect(seconds * 2).toBeLessThanOrEqual(Number(processes[0]?.[1].environment?.DRAIN_SECONDS));
});

test('Redis writes down what it is told and never drops it, and everything waits until what it needs is healthy', () => {
  const command = compose.services.redis?.command?.join(' ');
  expect(command).toContain('--appendonly yes');
  expect(command).toContain('--maxmemory-policy noeviction');
  for (const [, { depends_on: needs = {} }] of processes)
    for (const [name, { condition }] of Object.entries(needs)) {
      expect(condition).toBe('service_healthy');
      expect(compose.services[name]?.healthcheck).toBeDefined();
    }
});

const stages = stagesOf(read('Dockerfile'));
const last = stages.at(-1) ?? [];

test('the image is Node 24, and runs the built server without rights', () => {
  const images = stages.map(([from]) => from);
  expect(images).toHaveLength(3);
  for (const image of images) expect(image).toMatch(/^FROM node:24-/);
  expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => line.startsWith('CMD ')));
  expect(last.at(-1)).toBe('CMD ["node", "--enable-source-maps", "dist/server.mjs"]');
  const check = last.find((line) => line.startsWith('HEALTHCHECK '));
  expect(check).toContain('/healthz');
  // Whatever port the image is started with.
  expect(check).toContain('process.env.PORT');
});

test('the image backs up the PostgreSQL of compose.yaml: an older pg_dump rejects a newer server', () => {
  const [, server] = /^postgres:(\d+)$/.exec(compose.services.postgres?.image ?? '') ?? [];
  expect(server).toBeDefined();
  expect(read('Dockerfile')).toContain(`postgresql-client-${server} `);
});

test('what the image takes of this folder is there, and neither secrets nor a record can be in it', () => {
  const copied = last
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1));
  expect(copied.length).toBeGreaterThan(0);
  expect(copied.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  const ignored = read('.dockerignore').split('\n');
  for (const name of ['.env', 'data', '.git', 'node_modules']) expect(ignored).toContain(name);
});

test('settings of the image are settings of the server', () => {
  const set = last.flatMap((line) => [...line.matchAll(/([A-Z_]+)=\S+/g)].map(([, name]) => name));
  const others = set.filter((name) => !(SETTING_NAMES as string[]).includes(name ?? ''));
  expect(others).toEqual(['NODE_ENV', 'NEXT_TELEMETRY_DISABLED']);
});
