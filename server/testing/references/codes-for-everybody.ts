import type { RequestHandler } from 'express';
import express from 'express';
import { loadText } from './load-text';
import type { Scenario } from './scenario';
import { serve } from './serve';

interface Exports {
  limitCodes: RequestHandler | ((secret: string) => RequestHandler);
}
interface Ask {
  phone: string;
  /** The address from our load balancer, preceded by what the client forged. */
  from?: string;
  madeUp?: string;
  /** Whether this browser has signed in with this phone before. */
  known?: boolean;
}

export const codesForEverybody: Scenario = async ({ text, redis, redisServer }, check) => {
  const modules = {
    '../redis': { redis },
    '../session': { signedInHereBefore: (req: express.Request) => req.get('x-known') === 'yes' },
  };
  const { limitCodes } = await loadText<Exports>(text, { modules });
  // The version before is the handler itself; the one after is a factory.
  const limit =
    limitCodes.length === 1 ? (limitCodes as (secret: string) => RequestHandler)('s') : limitCodes;
  const app = (app: express.Express) => {
    app.set('trust proxy', 1);
    app.post('/codes', express.json(), limit as RequestHandler, (_req, res) => void res.sendStatus(204));
  };
  await serve(app, async (origin) => {
    const ask = ({ phone, from = '192.0.2.1', madeUp, known }: Ask) =>
      fetch(`${origin}/codes`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': madeUp ? `${madeUp}, ${from}` : from,
          ...(known ? { 'x-known': 'yes' } : {}),
        },
        body: JSON.stringify({ phone }),
      });
    const status = async (wish: Ask) => (await ask(wish)).status;
    const times = async (count: number, wish: (n: number) => Ask) => {
      let last = 0;
      for (let n = 0; n < count; n += 1) last = await status(wish(n));
      return last;
    };
    const anew = () => redis.flushAll();
    /** Simulates the end of the hour. */
    await anew();

    await check('a phone gets five codes an hour, from any address', async () => {
      const fifth = await times(5, (n) => ({ phone: '+351 1', from: `192.0.2.${n}` }));
      const sixth = await ask({ phone: '+351 1', from: '198.51.100.1' });
      const wait = Number(sixth.headers.get('retry-after'));
      return fifth === 204 && sixth.status === 429 && wait > 0 && wait <= 3600;
    });
    await check('an hour ends, even after a failure between counting and setting it', async () => {
      await anew();
      await status({ phone: '+351 2', known: true });
      const [key = ''] = await redis.keys('*');
      await redis.persist(key);
      await status({ phone: '+351 2', known: true });
      const left = await redis.pTTL(key);
      return left > 0 && left <= 3_600_000;
    });
    await check('the stored data reveal no phone number', async () => {
      await anew();
      await status({ phone: '+351912345678' });
      const keys = await redis.keys('*');
      return keys.length === 2 && keys.every((key) => !key.includes('912345678'));
    });
    await check(
      'a forged header does not make a new client, and a flooded victim keeps their codes',
      async () => {
        await anew();
        const flood = await times(101, (n) => ({
          phone: `+351 9${n}`,
          from: '192.0.2.9',
          madeUp: `203.0.113.${n}`,
        }));
        const rejected = await times(6, () => ({ phone: '+351 3', from: '192.0.2.9' }));
        return (
          flood === 429 && rejected === 429 && (await status({ phone: '+351 3', from: '192.0.2.8' })) === 204
        );
      },
    );
    await check('people in a large office who have signed in before are not locked out', async () => {
      await anew();
      await times(101, (n) => ({ phone: `+351 8${n}` }));
      return (
        (await status({ phone: '+351 4' })) === 429 &&
        (await status({ phone: '+351 4', known: true })) === 204
      );
    });
    await check('a whole /64 is one network, and the next is not', async () => {
      await anew();
      await times(100, (n) => ({ phone: `+351 7${n}`, from: `2001:db8:1:2::${n.toString(16)}` }));
      const same = await status({ phone: '+351 5', from: '2001:db8:1:2:ffff::1' });
      return same === 429 && (await status({ phone: '+351 5', from: '2001:db8:1:3::1' })) === 204;
    });
    await check('without an answer from Redis nobody gets a code, and people are told soon', async () => {
      await anew();
      redisServer.freeze();
      try {
        const answer = await fetch(`${origin}/codes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"phone":"+351 6"}',
          signal: AbortSignal.timeout(5000),
        });
        return answer.status === 503 && answer.headers.get('retry-after') === '60';
      } finally {
        redisServer.goOn();
      }
    });
  });
};
