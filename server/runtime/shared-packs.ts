import type { Pack } from '../protocol/pack';
import type { PackContent } from './ports';

/** How many packs stay in memory although no room here uses them. */
const RECENT = 16;

/**
 * One object for each content, for any number of rooms. While anything references the object, the same hash gives the same
 * object, and after that it does so for the last few.
 */
export class SharedPacks {
  readonly #alive = new Map<string, WeakRef<PackContent>>();
  readonly #recent = new Map<string, PackContent>();
  readonly #loading = new Map<string, Promise<PackContent | null>>();
  readonly #owners = new WeakMap<Pack, PackContent>();
  readonly #gone = new FinalizationRegistry<string>((hash) => {
    if (!this.#alive.get(hash)?.deref()) this.#alive.delete(hash);
  });

  /** The shared object for this content: the first one that arrived. */
  share(hash: string, content: PackContent): PackContent {
    const known = this.#alive.get(hash)?.deref();
    if (!known) {
      this.#alive.set(hash, new WeakRef(content));
      this.#gone.register(content, hash);
      // A room references only the pack, which must be enough to keep what belongs to it.
      this.#owners.set(content.pack, content);
    }
    return this.#touch(hash, known ?? content);
  }

  /** The shared object, loaded if necessary, and only once for simultaneous requests. */
  async find(hash: string, load: () => Promise<PackContent | null>): Promise<PackContent | null> {
    const known = this.#alive.get(hash)?.deref();
    if (known) return this.#touch(hash, known);
    const loading = this.#loading.get(hash) ?? this.#load(hash, load);
    this.#loading.set(hash, loading);
    return loading;
  }

  async #load(hash: string, load: () => Promise<PackContent | null>): Promise<PackContent | null> {
    try {
      const content = await load();
      return content && this.share(hash, content);
    } finally {
      this.#loading.delete(hash);
    }
  }

  #touch(hash: string, content: PackContent): PackContent {
    this.#recent.delete(hash);
    this.#recent.set(hash, content);
    const oldest = this.#recent.size > RECENT ? this.#recent.keys().next().value : undefined;
    if (oldest !== undefined) this.#recent.delete(oldest);
    return content;
  }
}
