import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetWords } from './forget-words';

afterEach(() => vi.unstubAllGlobals());

/** What a browser keeps for a site. */
function place(entries: Record<string, string>): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...entries };
  Object.defineProperty(kept, 'removeItem', { value: (key: string) => Reflect.deleteProperty(kept, key) });
  return kept;
}

test('after signing out nothing that somebody said or wished is left in the browser', async () => {
  const local = place({
    'hotseat:said/rm_1/ak_1': 'what I said',
    'hotseat:practice-record': 'on',
    'hotseat/try-out-tips': 'closed',
    other: 'of another program',
  });
  const deleted: string[] = [];
  const request: { onsuccess?: () => void } = {};
  const indexedDB = {
    deleteDatabase: (name: string) => {
      deleted.push(name);
      queueMicrotask(() => request.onsuccess?.());
      return request;
    },
  };
  vi.stubGlobal('window', { localStorage: local, sessionStorage: place({}) });
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('indexedDB', indexedDB);
  await forgetWords();
  expect(Object.keys(local).toSorted()).toEqual(['hotseat/try-out-tips', 'other']);
  expect(deleted).toEqual(['hotseat-recordings']);
});

test('signing out works where the browser keeps nothing', async () => {
  vi.stubGlobal('window', {});
  await expect(forgetWords()).resolves.toBeUndefined();
});

test('every key of ours is one that signing out deletes, but for the closed tips', () => {
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test)\.tsx?$/.test(path),
  );
  const others = sources.flatMap(
    (path) => readFileSync(`app/${path}`, 'utf8').match(/[`'"]hotseat\/[^`'"]*/g) ?? [],
  );
  expect(others).toEqual(["'hotseat/try-out-tips"]);
});
