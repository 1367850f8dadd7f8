import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that speaks the judge's protocol on this machine, and answers as a test says. */
export interface StandInJudge {
  /** For JUDGE_URL. */
  url: string;
  close(): Promise<void>;
}

export async function startJudge(answer: RequestListener): Promise<StandInJudge> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a model says, as the protocol wraps it. */
export function says(content: string): RequestListener {
  return (_, response) =>
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
}
