import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What a browser keeps for a site. */
const kept = new Map<string, string>();
const localStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept.clear();
  vi.resetModules();
  vi.stubGlobal('localStorage', localStorage);
  vi.stubGlobal('window', { localStorage });
});
afterEach(() => vi.unstubAllGlobals());

/** Another window of the same browser signs out. */
async function signsOut(): Promise<void> {
  const { WHOSE } = await import('./whose-words');
  kept.delete(WHOSE);
  for (const key of kept.keys()) if (key.startsWith('hotseat:')) kept.delete(key);
}

test('a page keeps what is said until somebody signs out in another window, and then only for itself', async () => {
  const { browserStorage } = await import('./live/key-value');
  const storage = browserStorage();
  storage.set('hotseat:said/rm_1/a1', 'before');
  expect(kept.get('hotseat:said/rm_1/a1')).toBe('before');
  await signsOut();
  storage.set('hotseat:said/rm_1/a1', 'afterwards');
  expect([...kept]).toEqual([]);
  expect(storage.get('hotseat:said/rm_1/a1')).toBe('afterwards');
});

test('a page of the next person keeps theirs, and one from before still nothing', async () => {
  const before = await import('./live/key-value');
  before.browserStorage().set('hotseat:said/rm_1/a1', 'before');
  await signsOut();
  vi.resetModules();
  const next = await import('./live/key-value');
  next.browserStorage().set('hotseat:said/rm_2/a1', 'next');
  before.browserStorage().set('hotseat:said/rm_1/a1', 'afterwards');
  expect([...kept.values()]).not.toContain('afterwards');
  expect([...kept.values()]).toContain('next');
});

test('a browser that keeps nothing has nothing to forget', async () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  vi.stubGlobal('window', {
    get localStorage() {
      return blocked();
    },
  });
  const { isForgotten } = await import('./whose-words');
  expect([isForgotten(), isForgotten()]).toEqual([false, false]);
  const full = { ...localStorage, setItem: blocked };
  vi.stubGlobal('window', { localStorage: full });
  expect([isForgotten(), isForgotten()]).toEqual([false, false]);
});
