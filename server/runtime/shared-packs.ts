import type { Pack } from '../protocol/pack';
import type { PackContent } from './ports';

/** Packs that stay in memory although no room here uses them now. */
const RECENT = 16;

/**
 * One object for each content, however many rooms use it. What anybody still holds is never forgotten: the same hash gives
 * the same object as long as it lives, and beyond that for the last few.
 */
export class SharedPacks {
  readonly #alive = new Map<string, WeakRef<PackContent>>();
  readonly #recent = new Map<string, PackContent>();
  readonly #loading = new Map<string, Promise<PackContent | null>>();
  readonly #owners = new WeakMap<Pack, PackContent>();
  readonly #gone = new FinalizationRegistry<string>((hash) => {
    if (!this.#alive.get(hash)?.deref()) this.#alive.delete(hash);
  });

  /** The shared one of this content: the first that came. */
  share(hash: string, content: PackContent): PackContent {
    const known = this.#alive.get(hash)?.deref();
    if (!known) {
      this.#alive.set(hash, new WeakRef(content));
      this.#gone.register(content, hash);
      // A room holds the pack alone: that must be enough to keep what belongs to it.
      this.#owners.set(content.pack, content);
    }
    return this.#touch(hash, known ?? content);
  }

  /** The shared one, loaded where nobody holds it: once, however many ask for it meanwhile. */
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
