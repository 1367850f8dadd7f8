import { createInterface } from 'node:readline';
import { openRecord } from '../store/open';

/** A child process that opens a record, and prints the record's problem for every line of input. */
const opened = await openRecord({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
if (!opened.ok) throw new Error(opened.problem);
process.stdout.write('open\n');
for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${(await opened.record.problem()) ?? 'works'}\n`);
