import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedWebhook {
  id: string;
  body: { type: string; timestamp: string; data: Record<string, string> };
}

export interface WebhookReceiver {
  url: string;
  port: number;
  /** What came with a right signature, in order. */
  got: ReceivedWebhook[];
  /** What it does with one that it has noted. */
  answer(request: IncomingMessage, response: ServerResponse): unknown;
  close(): Promise<void>;
}

export const takes: RequestListener = (_, response) => response.writeHead(204).end();

/** A program that receives webhooks and checks their signatures with `key` as Standard Webhooks says. `port`: 0 takes any. */
export async function startReceiver(key: Buffer, port = 0): Promise<WebhookReceiver> {
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const body = await text(request);
    if (!isSigned(request, body, key)) return response.writeHead(401).end();
    receiver.got.push({ id: String(request.headers['webhook-id']), body: JSON.parse(body) });
    return receiver.answer(request, response);
  };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${own}/hook`,
    port: own,
    got: [],
    answer: takes,
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

function isSigned({ headers }: IncomingMessage, body: string, key: Buffer): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const mac = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const [version, signature = ''] = one.split(',');
      const theirs = Buffer.from(signature, 'base64');
      return version === 'v1' && theirs.length === mac.length && timingSafeEqual(theirs, mac);
    });
}
