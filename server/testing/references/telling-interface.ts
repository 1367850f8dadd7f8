import { loadText } from './load-text';
import type { Scenario } from './scenario';

type Answer = { status: number; body: unknown } | 'silence';
interface Sent {
  body: Record<string, unknown>;
  key: string | null;
}

/** Nordpay, through either client. */
function standIn() {
  const sent: Sent[] = [];
  let answer: Answer = 'silence';
  const take = (body: unknown, key: string | null) => {
    sent.push({ body: body as Record<string, unknown>, key });
    if (answer === 'silence') throw new Error('timeout');
    return answer;
  };
  return {
    sent,
    answers: (next: Answer) => {
      answer = next;
    },
    fetch: async (_url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
      const { status, body: said } = take(JSON.parse(body), headers['idempotency-key'] ?? null);
      return new Response(typeof said === 'string' ? said : JSON.stringify(said), { status });
    },
    axios: {
      isAxiosError: (error: unknown) => error instanceof Error && 'response' in error,
      post: async (_url: string, body: unknown) => {
        const { status, body: data } = take(body, null);
        if (status >= 400) throw Object.assign(new Error(`status ${status}`), { response: { data } });
        return { data };
      },
    },
  };
}

interface Exports {
  NordpayPayouts: new (key: string) => object;
  paySalary: (payouts: object, salary: object) => Promise<string>;
}

const accepted: Answer = { status: 200, body: { id: 'n1', transfer_status: 'T2' } };

export const tellingInterface: Scenario = async ({ text }, check) => {
  const nordpay = standIn();
  const { NordpayPayouts, paySalary } = await loadText<Exports>(text, {
    modules: { axios: { default: nordpay.axios, __esModule: true } },
    globals: { fetch: nordpay.fetch },
  });
  const payouts = new NordpayPayouts('secret');
  const pay = (answer: Answer, minor = 120_450n, currency = 'EUR') => {
    nordpay.answers(answer);
    const money = { minor, currency };
    return paySalary(payouts, { reference: 'r1', iban: 'PT50', money, netCents: Number(minor) });
  };
  const amount = async (minor: bigint, currency: string) => {
    await pay(accepted, minor, currency);
    return nordpay.sent.at(-1)?.body.amount;
  };
  const rejected = (code: number): Answer => ({ status: 422, body: { code, message: 'no' } });

  await check(
    'an accepted transfer counts as sent, not yet as paid',
    async () => (await pay(accepted)) === 'sent',
  );
  await check('no answer leaves it open, and the next attempt is the same payout', async () => {
    const said = [await pay('silence'), await pay('silence')];
    const keys = nordpay.sent.slice(-2).map(({ key }) => key);
    return said.every((word) => word === 'open') && keys.every((key) => key === 'r1');
  });
  await check(
    'a gateway’s error is not an answer',
    async () => (await pay({ status: 502, body: '<html>' })) === 'open',
  );
  await check(
    'an unknown status is not an answer',
    async () => (await pay({ status: 200, body: { id: 'n1', transfer_status: 'T9' } })) === 'open',
  );
  await check(
    'a closed account is distinguished from other rejections',
    async () => (await pay(rejected(4017))) === 'account-closed' && (await pay(rejected(1))) === 'rejected',
  );
  await check(
    'too many requests, or a rejected key, mean waiting',
    async () =>
      (await pay({ status: 429, body: {} })) === 'waiting' &&
      (await pay({ status: 401, body: {} })) === 'waiting',
  );
  await check(
    'amounts have the decimals of their currency',
    async () =>
      (await amount(120_450n, 'EUR')) === '1204.50' &&
      (await amount(5n, 'EUR')) === '0.05' &&
      (await amount(1204n, 'JPY')) === '1204' &&
      (await amount(1_204_500n, 'KWD')) === '1204.500' &&
      (await amount(120_400n, 'HUF')) === '1204.00',
  );
  await check('an amount that cannot be paid is not sent', async () => {
    const before = nordpay.sent.length;
    const said = [await pay(accepted, -5n), await pay(accepted, 0n), await pay(accepted, 1n, 'XXX')];
    return said.every((word) => word === 'rejected') && nordpay.sent.length === before;
  });
};
