import { createInterface } from 'node:readline';
import { openRecord } from '../store/open';

/** A child that holds a record, and says at every line that it is sent what is wrong with it. */
const opened = await openRecord({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
if (!opened.ok) throw new Error(opened.problem);
process.stdout.write('open\n');
for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${(await opened.record.problem()) ?? 'works'}\n`);
