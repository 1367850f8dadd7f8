import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRecord } from '../store/open';
import { tempFolder } from './temp-folder';

let blank: Promise<Buffer> | null = null;

/** A new folder with a record that has today's tables and nothing in them. Copying these is quicker than making them. */
export async function recordFolder(): Promise<string> {
  blank ??= made();
  const folder = tempFolder();
  writeFileSync(join(folder, 'hotseat.sqlite'), await blank, { mode: 0o600 });
  return folder;
}

async function made(): Promise<Buffer> {
  const dataDir = tempFolder();
  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  await opened.record.close();
  return readFileSync(join(dataDir, 'hotseat.sqlite'));
}
