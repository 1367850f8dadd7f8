import { createHmac } from 'node:crypto';
import type { WebhooksTable } from '../runtime/tables';

/** A webhook as it is sent: the same id and body at every try. */
export interface Message {
  id: string;
  body: string;
}

type Row = Pick<WebhooksTable, 'room_id' | 'seq' | 'type' | 'round_id' | 'at'>;

/** Only ids and an address: who gave what is read by somebody who may open that page. */
export function messageOf({ room_id, seq, type, round_id, at }: Row, publicUrl: string): Message {
  const data = { roomId: room_id, roundId: round_id, url: `${publicUrl}/scorecards/${room_id}/${round_id}` };
  return {
    id: `${room_id}-${seq}`,
    body: JSON.stringify({ type, timestamp: new Date(at).toISOString(), data }),
  };
}

/** The headers that prove where it is from, as Standard Webhooks (1.0) defines them: one signature for each key. */
export function signedHeaders(
  { id, body }: Message,
  keys: readonly Buffer[],
  seconds: number,
): Record<string, string> {
  const signatures = keys.map((key) =>
    createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64'),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
  };
}
