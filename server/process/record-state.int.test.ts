import { join } from 'node:path';
import Libsql from 'libsql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openRecord } from '../store/open';
import { recordFolder } from '../testing/record-folder';
import { SOON } from '../testing/soon';
import { watchRecord } from './record-state';

test('a record that another program locks is told of although nobody asks, and so is its end', async () => {
  const dataDir = await recordFolder();
  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  const told: object[] = [];
  const tell = (detail: object) => void told.push(detail);
  const state = watchRecord(opened.record.problem, { info: tell, error: tell }, 50);
  onTestFinished(state.close);

  const other = new Libsql(join(dataDir, 'hotseat.sqlite'));
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const gone = { state: 'record-gone', reason: expect.stringMatching(/locked|no answer/) };
  await vi.waitFor(() => expect(told).toContainEqual(gone), SOON);
  expect(told).not.toContainEqual({ state: 'record-back' });
  other.exec('rollback');
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'record-back' }), SOON);
});
