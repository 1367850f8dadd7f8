import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventRecord } from '../../server/runtime/ports';
import { openRecord } from '../../server/store/open';
import { startPostgres } from '../../server/testing/postgres';

/**
 * How fast the record is: `npx tsx e2e/load/append.ts [sqlite|postgres] [appends]`. Alone: each append waits for the one
 * before. Together: 50 rooms append at once, and each waits only for its own.
 */
const ROOMS_AT_ONCE = 50;
const DATA = { text: 'x'.repeat(200) };

async function play(record: EventRecord, roomId: string, appends: number): Promise<number[]> {
  const took: number[] = [];
  for (let seq = 0; seq < appends; seq += 1) {
    const start = performance.now();
    const events = [{ type: 'Said', data: DATA, at: seq, by: 'mb_1' }];
    const result = await record.append({
      roomId,
      expectedSeq: seq,
      commandId: `c${seq}`,
      events,
      projections: [],
    });
    if (!result.ok) throw new Error(result.reason);
    took.push(performance.now() - start);
  }
  return took;
}

async function measure(record: EventRecord, name: string, rooms: number, appends: number): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const start = performance.now();
  const all = Array.from({ length: rooms }, (_, i) =>
    play(record, `${name}-${i}`, Math.ceil(appends / rooms)),
  );
  const took = (await Promise.all(all)).flat().sort((a, b) => a - b);
  const seconds = (performance.now() - start) / 1000;
  loop.disable();
  const quantile = (q: number) => Number((took[Math.floor(took.length * q)] ?? 0).toFixed(2));
  const line = {
    name,
    appends: took.length,
    perSecond: Math.round(took.length / seconds),
    p50: quantile(0.5),
    p99: quantile(0.99),
    loopP99: Number((loop.percentile(99) / 1e6).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const [dialect = 'sqlite', appends = '5000'] = process.argv.slice(2);
const postgres = dialect === 'postgres' ? await startPostgres() : null;
const dataDir = mkdtempSync(join(tmpdir(), 'hotseat-load-'));
try {
  const opened = await openRecord({
    databaseUrl: (await postgres?.database()) ?? null,
    dataDir: join(dataDir, 'data'),
  });
  if (!opened.ok) throw new Error(opened.problem);
  await measure(opened.record, 'warm', ROOMS_AT_ONCE, 1_000);
  await measure(opened.record, 'alone', 1, Number(appends));
  await measure(opened.record, 'together', ROOMS_AT_ONCE, Number(appends) * 4);
  await opened.record.close();
} finally {
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
