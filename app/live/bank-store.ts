import type { Bank } from '@/server/protocol/bank';

type Entry = { kind: 'loading' } | { kind: 'failed' } | { kind: 'here'; bank: Bank };
type Load = (path: string) => Promise<Bank>;

/** The number of rounds whose banks are kept. */
const KEPT = 4;

async function fetched(path: string): Promise<Bank> {
  const response = await fetch(path);
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

  retry(path: string | null): void {
    if (path === null || this.#entries.get(path)?.kind !== 'failed') return;
    this.#set(path, { kind: 'loading' });
    void this.#fetch(path);
  }

  async #fetch(path: string): Promise<void> {
    try {
      this.#set(path, { kind: 'here', bank: await this.#load(path) });
    } catch {
      this.#set(path, { kind: 'failed' });
    }
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
