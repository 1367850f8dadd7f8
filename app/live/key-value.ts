import { isForgotten } from '@/app/whose-words';

/** The part of `localStorage` that the live room needs. */
export interface KeyValue {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

export function memoryStorage(): KeyValue {
  const map = new Map<string, string>();
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
    keys: () => [...map.keys()],
  };
}

/** One for all parts of the page, so that what one of them writes another reads. */
const spare = memoryStorage();

/**
 * The browser's storage, or this page's memory if the browser stores nothing (private mode, storage full), and once
 * somebody has signed out in another window.
 */
export function browserStorage(): KeyValue {
  const attempt = <T>(storage: () => T, otherwise: () => T): T => {
    try {
      return storage();
    } catch {
      return otherwise();
    }
  };
  return {
    get: (key) =>
      attempt(
        () => localStorage.getItem(key),
        () => null,
      ) ?? spare.get(key),
    set(key, value) {
      spare.remove(key);
      attempt(
        () => (isForgotten() ? spare.set(key, value) : localStorage.setItem(key, value)),
        () => spare.set(key, value),
      );
    },
    remove(key) {
      spare.remove(key);
      attempt(
        () => localStorage.removeItem(key),
        () => undefined,
      );
    },
    keys: () =>
      attempt(
        () => Object.keys(localStorage),
        () => [],
      ).concat(spare.keys()),
  };
}
