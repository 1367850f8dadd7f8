import type { Bank } from '@/server/protocol/bank';

type Entry = { kind: 'loading' } | { kind: 'failed' } | { kind: 'here'; bank: Bank };
/** Null where there is nothing for this person any more. */
type Load = (path: string) => Promise<Bank | null>;

/** The number of rounds whose banks are kept. */
const KEPT = 4;

async function fetched(path: string): Promise<Bank | null> {
  const response = await fetch(path);
  if (response.status === 204) return null;
  if (!response.ok) throw new Error(`the bank was answered with ${response.status}`);
  return response.json();
}

/** The banks that this page has, by path. A bank never changes under its path, so each is fetched once. */
export class BankStore {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  readonly #load: Load;

  constructor(load: Load) {
    this.#load = load;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get(path: string | null): Entry | null {
    return path === null ? null : (this.#entries.get(path) ?? null);
  }

  /** Fetches a bank unless it was requested already. */
  want(path: string | null): void {
    if (path === null || this.#entries.has(path)) return;
    this.#set(path, { kind: 'loading' });
    void this.#fetch(path);
  }

  /** A view no longer names it: what failed may be there the next time that one does. */
  drop(path: string | null): void {
    if (path !== null && this.#entries.get(path)?.kind === 'failed') this.#forget(path);
  }

  retry(path: string | null): void {
    if (path === null || this.#entries.get(path)?.kind !== 'failed') return;
    this.#set(path, { kind: 'loading' });
    void this.#fetch(path);
  }

  async #fetch(path: string): Promise<void> {
    try {
      const bank = await this.#load(path);
      if (bank) this.#set(path, { kind: 'here', bank });
      else this.#forget(path);
    } catch {
      this.#set(path, { kind: 'failed' });
    }
  }

  /** It is fetched again as soon as a view names it again. */
  #forget(path: string): void {
    this.#entries.delete(path);
    for (const listener of this.#listeners) listener();
  }

  #set(path: string, entry: Entry): void {
    this.#entries.delete(path);
    this.#entries.set(path, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > KEPT && oldest !== undefined) this.#entries.delete(oldest);
    for (const listener of this.#listeners) listener();
  }
}

export const bankStore = new BankStore(fetched);
