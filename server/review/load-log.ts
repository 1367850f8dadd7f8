import type { EventRecord, PackContents } from '../runtime/ports';
import { readEvent } from '../runtime/stored-event';
import type { LoggedEvent } from './replay';

/** Everything that happened in a room, in today's shape and in order. */
export function logOf(record: EventRecord, contents: PackContents) {
  return async (roomId: string): Promise<LoggedEvent[]> => {
    const log: LoggedEvent[] = [];
    for (const { data, seq, commandId, at, by } of await record.load(roomId))
      log.push({ seq, commandId, at, by, event: await readEvent(data, contents) });
    return log;
  };
}
