import { setTimeout as delay } from 'node:timers/promises';
import type { RecordState } from './record-state';

/** A balancer does not wait long for an answer: after this long (ms) the last finding counts. */
const PATIENCE_MS = 500;

/**
 * Whether a balancer should send people to this process. Without the record it can only tell them that nothing can be saved
 * now, which another process that has the record does not have to say. If none has it, they should hear it from somebody.
 */
export async function isServable(record: RecordState, othersWork: () => boolean): Promise<boolean> {
  const late = delay(PATIENCE_MS).then(() => record.lately() ?? false);
  return (await Promise.race([record.works(), late])) || !othersWork();
}
