import { expect, test, vi } from 'vitest';
import { Later } from './later';

const failing = (times: number) => {
  let left = times;
  return vi.fn(() => (left-- > 0 ? Promise.reject(new Error('ChunkLoadError')) : Promise.resolve('code')));
};

test('code that failed to load is fetched again on the next request, and the promise never rejects', async () => {
  const later = new Later(failing(1));
  expect(await later.load()).toBe(null);
  expect(later.getState()).toEqual({ kind: 'failed' });
  expect(await later.load()).toBe('code');
  expect(later.getState()).toEqual({ kind: 'here', code: 'code' });
});

test('it is fetched once for any number of requests', async () => {
  const fetch = failing(0);
  const later = new Later(fetch);
  await Promise.all([later.load(), later.load(), later.ahead()]);
  await later.load();
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a fetch ahead of time that fails says nothing', async () => {
  const later = new Later(failing(1));
  await later.ahead();
  expect(later.getState()).toEqual({ kind: 'away' });
});
