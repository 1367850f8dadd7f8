import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { loadText } from './load-text';
import type { Scenario } from './scenario';

const TABLES = `
  DROP SCHEMA public CASCADE; CREATE SCHEMA public;
  CREATE TABLE payouts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id uuid, iban text, cents bigint, state text)`;

interface Transfer {
  reference: string;
}
interface Exports {
  exportPayouts: (runId: string) => Promise<void>;
  lateRuns: () => Promise<string[]>;
}

/** The bank: its old interface with a file in pieces, and the new one, in which the same reference means the same file. */
function standIn() {
  const files = new Map<string, { ibans: string[]; released: boolean }>();
  const faults: Error[] = [];
  const signals: unknown[] = [];
  let held: (() => Promise<void>) | null = null;
  const mayFail = () => {
    const fault = faults.shift();
    if (fault) throw fault;
  };
  return {
    files,
    faults,
    signals,
    /** The bank holds the next submitted file until `answer` is called. */
    hold: () => {
      let answer = () => {};
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const arrived = new Promise<void>((resolve) => {
        held = () => {
          held = null;
          resolve();
          return answered;
        };
      });
      return { arrived, answer };
    },
    /** How often an account is in the files that the bank executes. */
    paid: (iban: string) =>
      [...files.values()]
        .flatMap(({ ibans, released }) => (released ? ibans : []))
        .filter((one) => one === iban).length,
    createFile: async () => {
      const id = randomUUID();
      files.set(id, { ibans: [], released: false });
      return { id };
    },
    addTransfer: async (id: string, iban: string) => void files.get(id)?.ibans.push(iban),
    release: async (id: string) => {
      mayFail();
      const file = files.get(id);
      if (file) file.released = true;
    },
    submit: async (
      { reference, transfers }: { reference: string; transfers: (Transfer & { iban: string })[] },
      options: { signal?: unknown },
    ) => {
      signals.push(options.signal);
      await held?.();
      // It accepted the file, but its answer was lost.
      if (!files.has(reference))
        files.set(reference, { ibans: transfers.map(({ iban }) => iban), released: true });
      mayFail();
      return { fileId: `bank-${reference}` };
    },
  };
}

async function migrate(pool: Pool, text: string): Promise<void> {
  const written = /\/\* Before the first run[^\n]*\n([\s\S]*?)\*\//.exec(text)?.[1];
  if (written) await pool.query(written);
}

export const twoPayoutFiles: Scenario = async ({ text, pool, redis }, check) => {
  await pool.query(TABLES);
  await migrate(pool, text);
  await redis.flushAll();
  const bank = standIn();
  const { exportPayouts, lateRuns } = await loadText<Exports>(text, {
    modules: { '../bank': { bank }, '../db': { pool }, '../redis': { redis } },
  });
  const ready = async (runId: string, ...ibans: string[]) => {
    for (const iban of ibans)
      await pool.query(`INSERT INTO payouts (run_id, iban, cents, state) VALUES ($1, $2, 100, 'ready')`, [
        runId,
        iban,
      ]);
  };
  const states = async (runId: string) =>
    (await pool.query('SELECT state FROM payouts WHERE run_id = $1 ORDER BY id', [runId])).rows.map(
      ({ state }) => state,
    );
  const run = async (...ibans: string[]) => {
    const id = randomUUID();
    await ready(id, ...ibans);
    return id;
  };
  const exported = (runId: string) => exportPayouts(runId).then(() => 'done', String);

  await check('ready payouts are in one file, are sent, and stay so after a repeated run', async () => {
    const id = await run('A1', 'A2');
    await exportPayouts(id);
    await exportPayouts(id);
    return bank.paid('A1') === 1 && bank.paid('A2') === 1 && String(await states(id)) === 'sent,sent';
  });
  await check(
    'after a lost answer the bank gets the same file again, and nobody is "sent" before that',
    async () => {
      const id = await run('B1');
      bank.faults.push(new Error('timeout'));
      const first = await exported(id);
      const between = String(await states(id));
      await exportPayouts(id);
      return (
        first !== 'done' &&
        between === 'ready' &&
        bank.paid('B1') === 1 &&
        String(await states(id)) === 'sent'
      );
    },
  );
  await check('two workers at once make one file, and the second is told to try again later', async () => {
    const id = await run('C1', 'C2', 'C3');
    const { arrived, answer } = bank.hold();
    const first = exported(id);
    await Promise.race([arrived, first]);
    const second = await exported(id);
    answer();
    return (await first) === 'done' && second.includes('are being exported') && bank.paid('C1') === 1;
  });
  await check('payouts that become ready later are found, and get a file of their own', async () => {
    const id = await run('D1');
    await exportPayouts(id);
    await ready(id, 'D2');
    const late = await lateRuns();
    await exportPayouts(id);
    return (
      late.includes(id) && bank.paid('D1') === 1 && bank.paid('D2') === 1 && !(await lateRuns()).includes(id)
    );
  });
  await check(
    'the run gives up on a bank that never answers',
    () => bank.signals.length > 0 && bank.signals.every((signal) => signal instanceof AbortSignal),
  );
  await check('no lock is left behind, also after a failure', async () => {
    const id = await run('E1');
    bank.faults.push(new Error('down'));
    await exported(id);
    return (
      (await pool.query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory'`)).rows[0].n ===
      0
    );
  });
  await check('a run without anything to pay makes no file', async () => {
    const before = bank.files.size;
    await exportPayouts(randomUUID());
    return bank.files.size === before;
  });
};
