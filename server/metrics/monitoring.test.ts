import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { MOST_TRIES, waitAfter } from '../webhooks/sender';
import { createMetrics } from './metrics';

const read = (name: string) =>
  readFileSync(new URL(`../../docs/monitoring/${name}`, import.meta.url), 'utf8');

interface Alerts {
  groups: { rules: { alert: string; expr: string; for?: string; annotations: { runbook?: string } }[] }[];
}
interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

/** What PromQL has of its own, and what Prometheus says of every program that it scrapes. */
const OWN =
  /^(sum|min|max|abs|by|le|rate|increase|or|and|topk|histogram_quantile|up|for|job|type|outcome|code|instance)$/;

/** A process that has said everything once, as `/metrics` shows it. */
async function exposition(): Promise<string> {
  const metrics = createMetrics();
  metrics.watchNode();
  metrics.watch({
    connections: () => 1,
    rooms: () => 1,
    queuedBytes: () => 0,
    recordWorks: async () => true,
    bus: () => ({ works: true, silentProcesses: 0, skewMs: 0, lost: 0 }),
    isDraining: () => false,
    clockSkewMs: () => 0,
    machineSkewMs: () => 0,
    oldestWebhookMs: async () => 0,
  });
  metrics.handled('RaiseHand', 'ok', 1);
  metrics.turnedAway('slow-down');
  metrics.appended('ok', 1);
  metrics.published(1);
  metrics.webhook('sent');
  return metrics.text();
}

/** Names of series, and the labels of each. */
function seriesIn(text: string): Map<string, Set<string>> {
  const series = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([a-z_0-9]+)(?:\{(.*)\})? /.exec(line) ?? [];
    if (name === undefined) continue;
    const known = series.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) known.add(label);
    series.set(name, known);
  }
  return series;
}

const alerts = (parse(read('alerts.yaml')) as Alerts).groups.flatMap(({ rules }) => rules);
const { panels } = JSON.parse(read('dashboard.json')) as Dashboard;
const expressions = [
  ...alerts.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

test.each(expressions)('%s asks for what /metrics shows', async (_, expr) => {
  const series = seriesIn(await exposition());
  const bare = expr.replace(/"[^"]*"|\[[^\]]*\]|\$__\w+/g, '');
  const names = [...bare.matchAll(/[a-zA-Z_]\w*/g)].map(([name]) => name).filter((name) => !OWN.test(name));
  expect([...series.keys()]).toEqual(expect.arrayContaining(names));
  const asked = [
    ...[...bare.matchAll(/by \((\w+)\)/g)].map(([, label]) => label),
    ...[...expr.matchAll(/(\w+)=~?"/g)].map(([, label]) => label),
  ].filter((label) => label !== 'job' && label !== 'instance');
  expect([...(series.get(names[0] ?? '') ?? [])]).toEqual(expect.arrayContaining(asked));
});

test('every series of Hotseat’s own is on the dashboard', async () => {
  const shown = expressions.map(([, expr]) => expr).join('\n');
  const own = [...seriesIn(await exposition()).keys()].filter((name) => name.startsWith('hotseat_'));
  const families = new Set(own.map((name) => name.replace(/_(bucket|sum|count)$/, '')));
  expect([...families].filter((name) => !shown.includes(name))).toEqual([]);
});

test('the alert for webhooks fires hours before one is given up, however far apart its tries are', () => {
  const alert = alerts.find((one) => one.alert === 'HotseatWebhooksFail');
  const [, seconds] = /^max\(hotseat_webhooks_oldest_seconds\) > (\d+)$/.exec(alert?.expr.trim() ?? '') ?? [];
  const [, minutes] = /^(\d+)m$/.exec(alert?.for ?? '') ?? [];
  const firesAfter = Number(seconds) * 1_000 + Number(minutes) * 60_000;
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, i) => waitAfter(i + 1));
  const givenUpAfter = waits.reduce((sum, wait) => sum + wait, 0);
  // A restart of the receiver is no failure.
  expect(firesAfter).toBeGreaterThan(30 * 60_000);
  expect(firesAfter).toBeLessThan(givenUpAfter - 12 * 3_600_000);
});

test('the first webhook that is given up is an increase', async () => {
  const metrics = createMetrics();
  const given = 'hotseat_webhooks_total{outcome="given-up"}';
  expect(await metrics.text()).toContain(`${given} 0\n`);
  metrics.webhook('given-up');
  expect(await metrics.text()).toContain(`${given} 1\n`);
  const alert = alerts.find((one) => one.alert === 'HotseatWebhookGivenUp');
  expect(alert?.expr).toContain(`increase(${given}[`);
});

test('what an alert says of the runbook is one of its headings', () => {
  const runbook = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const named = alerts.flatMap(({ annotations }) => annotations.runbook ?? []);
  const missing = named.filter(
    (name) => !runbook.includes(`### ${name.replace('docs/operations.md: ', '')}\n`),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
