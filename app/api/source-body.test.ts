import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { bodyWithin } from './source-body';

test('a person who hangs up in the middle of a body has sent none, and nothing fails', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const sender = connect(port, '127.0.0.1');
  sender.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf of');
  const [incoming] = await once(server, 'request');
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: Readable.toWeb(incoming) as ReadableStream,
    duplex: 'half',
  };
  const body = bodyWithin(new Request('http://localhost/', init), 1_000);
  sender.destroy();
  await expect(body).resolves.toBeNull();
  server.close();
});
