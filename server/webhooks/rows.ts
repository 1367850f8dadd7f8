import type { RoomEvent } from '../room/core/events';
import type { RoomState } from '../room/core/state';
import type { Projection } from '../runtime/ports';
import type { WebhooksTable } from '../runtime/tables';

const TOLD: Partial<Record<RoomEvent['type'], WebhooksTable['type']>> = {
  RoundPublished: 'round.published',
  DecisionRecorded: 'decision.recorded',
};

/**
 * What the operator's own system is told of these events, as rows that are written in one transaction with them. `seq`: of the
 * first event. They are due at once, whatever the clock of the room's process says. Nothing is told of a room among
 * simulated people, which is nobody's interview. Pure.
 */
export function webhookRows(
  { roomId: room_id, tryOut }: RoomState,
  events: readonly RoomEvent[],
  { seq, at }: { seq: number; at: number },
): Projection[] {
  if (tryOut) return [];
  return events.flatMap((event, index): Projection[] => {
    const type = TOLD[event.type];
    if (!type || !('roundId' in event)) return [];
    const row = { room_id, seq: seq + index, type, round_id: event.roundId, at, tries: 0, next_at: 0 };
    return [{ table: 'webhooks', row }];
  });
}
