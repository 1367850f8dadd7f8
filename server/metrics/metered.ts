import { type EventRecord, RecordUnavailable } from '../runtime/ports';
import { type Answer, type Request, RoomCommands, type RoomCommandsPorts } from '../runtime/room-commands';
import type { Metrics } from './metrics';

/** The same record, whose appends are measured. */
export function meteredRecord(record: EventRecord, metrics: Pick<Metrics, 'appended'>): EventRecord {
  return {
    ...record,
    append: (append) =>
      measured(
        () => record.append(append),
        (result) => (result.ok ? 'ok' : result.reason),
        metrics.appended,
      ),
  };
}

/** The same commands, whose answers are counted and measured. */
export class MeteredRoomCommands extends RoomCommands {
  readonly #metrics: Pick<Metrics, 'handled'>;

  constructor(ports: RoomCommandsPorts, metrics: Pick<Metrics, 'handled'>) {
    super(ports);
    this.#metrics = metrics;
  }

  override handle(request: Request): Promise<Answer> {
    return measured(
      () => super.handle(request),
      (answer) => (answer.ok ? 'ok' : answer.code),
      (outcome, ms) => this.#metrics.handled(request.command.type, outcome, ms),
    );
  }
}

async function measured<T>(
  work: () => Promise<T>,
  outcomeOf: (result: T) => string,
  tell: (outcome: string, ms: number) => void,
): Promise<T> {
  const began = performance.now();
  try {
    const result = await work();
    tell(outcomeOf(result), performance.now() - began);
    return result;
  } catch (error) {
    tell(error instanceof RecordUnavailable ? 'unavailable' : 'failed', performance.now() - began);
    throw error;
  }
}
