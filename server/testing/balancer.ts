import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How often (ms) each process is asked whether it may get connections, and how long (ms) it has to say so. */
const LOOK_MS = 150;
const PATIENCE_MS = 1_000;

export interface Balancer {
  url: string;
  /** Resolves when so many processes may get connections. */
  ready(count: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * A small load balancer as there is one in front of any set of processes: each connection goes to the next process whose
 * `/servable` says yes, as it is, and stays there. One that cannot be reached is passed over.
 */
export async function startBalancer(ports: readonly number[], port = 0): Promise<Balancer> {
  const ready = new Set<number>();
  let told = () => {};
  const look = async (backend: number): Promise<void> => {
    const was = ready.size;
    if (await isReady(backend)) ready.add(backend);
    else ready.delete(backend);
    if (ready.size !== was) told();
  };
  const looking = setInterval(() => void Promise.all(ports.map(look)), LOOK_MS);

  let turn = 0;
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const handOn = async (client: Socket): Promise<void> => {
    keep(client);
    const order = ports.map((_, no) => ports[(turn + no) % ports.length] ?? 0);
    turn += 1;
    for (const backend of [...order].filter((one) => ready.has(one))) {
      const server = await reach(backend);
      if (!server) {
        ready.delete(backend);
        continue;
      }
      keep(server);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      client.pipe(server).pipe(client);
      return;
    }
    client.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\nretry-after: 1\r\n\r\n');
  };
  const server = createServer((client) => void handOn(client));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}`,
    ready: async (count) => {
      while (ready.size !== count)
        await new Promise<void>((resolve) => {
          told = resolve;
        });
    },
    close: async () => {
      clearInterval(looking);
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function reach(port: number): Promise<Socket | null> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/servable', timeout: PATIENCE_MS },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}
