import { expect, test } from 'vitest';
import type { Bank } from '@/server/protocol/bank';
import { BankStore } from './bank-store';

const bank: Bank = { groups: [], items: [] };
const PATH = '/api/rooms/rm_000000000000/bank/pack';

/** A store whose requests the test answers. */
function aStore() {
  const asked: string[] = [];
  const answers: { resolve(bank: Bank | null): void; reject(error: Error): void }[] = [];
  const store = new BankStore((path) => {
    asked.push(path);
    return new Promise((resolve, reject) => answers.push({ resolve, reject }));
  });
  return { store, asked, answers };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a bank is fetched once for any number of readers, and listeners are told', async () => {
  const { store, asked, answers } = aStore();
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  store.want(PATH);
  store.want(PATH);
  expect(store.get(PATH)).toEqual({ kind: 'loading' });
  answers[0]?.resolve(bank);
  await settled();
  store.want(PATH);
  expect(store.get(PATH)).toEqual({ kind: 'here', bank });
  expect(asked).toEqual([PATH]);
  expect(told).toBe(2);
});

test('after a failure it is fetched again on request, not automatically', async () => {
  const { store, asked, answers } = aStore();
  store.want(PATH);
  answers[0]?.reject(new Error('offline'));
  await settled();
  store.want(PATH);
  expect(store.get(PATH)).toEqual({ kind: 'failed' });
  expect(asked).toHaveLength(1);
  store.retry(PATH);
  store.retry(PATH);
  answers[1]?.resolve(bank);
  await settled();
  expect(store.get(PATH)).toEqual({ kind: 'here', bank });
  expect(asked).toHaveLength(2);
});

test('a bank that is not this person’s any more is no failure, and is fetched again once it is', async () => {
  const { store, asked, answers } = aStore();
  store.want(PATH);
  answers[0]?.resolve(null);
  await settled();
  expect(store.get(PATH)).toBeNull();
  store.want(PATH);
  answers[1]?.reject(new Error('offline'));
  await settled();
  store.drop(PATH);
  store.want(PATH);
  answers[2]?.resolve(bank);
  await settled();
  expect(store.get(PATH)).toEqual({ kind: 'here', bank });
  expect(asked).toHaveLength(3);
});

test('nothing is fetched if there is nothing to push, and only the banks of the last few rounds are kept', async () => {
  const { store, asked, answers } = aStore();
  store.want(null);
  expect(store.get(null)).toBeNull();
  for (const round of [1, 2, 3, 4, 5]) {
    store.want(`${PATH}${round}`);
    answers.at(-1)?.resolve(bank);
    await settled();
  }
  expect(asked).toHaveLength(5);
  expect(store.get(`${PATH}1`)).toBeNull();
  expect(store.get(`${PATH}5`)).toEqual({ kind: 'here', bank });
});
