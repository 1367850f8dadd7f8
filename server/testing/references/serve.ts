import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';

/** Serves the text's application, with the code that its own project would put around it, during some requests. */
export async function serve<T>(
  handlers: (app: express.Express) => void,
  ask: (origin: string) => Promise<T>,
): Promise<T> {
  const app = express();
  const log: RequestHandler = (req, _res, next) => {
    Object.assign(req, { log: { error: () => undefined } });
    next();
  };
  app.use(log);
  handlers(app);
  const failed: express.ErrorRequestHandler = (_error, _req, res, _next) => void res.sendStatus(500);
  app.use(failed);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
