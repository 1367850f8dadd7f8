import { isTooMuch, type PackReader } from '../guides/reader';
import type { Pack } from '../protocol/pack';
import type { PackContents } from '../runtime/ports';
import { idsOf, type Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import { withIds } from './carried-ids';
import type { Catalogue } from './catalogue';
import type { KeptSource } from './kept-packs';
import type { NewVersion } from './pack-writer';
import { READER_VERSION } from './reader-version';
import type { Shelf } from './shelf';

/** Packs as rooms use them: as they were read when they were saved. */
export interface WholePacks {
  /** Shipped, or one's own. `pack-unknown` is final; `slow-down`: too many sources are being read just now. */
  find(principal: Principal | null, id: string): Promise<Outcome<NewVersion>>;
  /** Keeps what was read from the newest version of a kept pack. */
  keep(kept: KeptReading): Promise<Pack>;
}

export interface KeptReading {
  id: string;
  familyId: string;
  /** The number of the version that was read. */
  no: number;
  pack: Pack;
  /** The version of the reader that read it. */
  reader: number;
}

export interface WholePackPorts {
  contents: PackContents;
  catalogue: Catalogue;
  reader: PackReader;
  shelf: Shelf;
}

const OUTDATED = 'This pack was kept by an earlier version and has problems today. Open it in the editor.';

export function createWholePacks({ contents, catalogue, reader, shelf }: WholePackPorts): WholePacks {
  async function keep(kept: KeptReading): Promise<Pack> {
    const { id, no, familyId } = kept;
    // The front matter may claim any id, but history must not confuse two people's packs.
    const { hash, pack } = await contents.keep({ ...kept.pack, id, familyId }, kept.reader);
    await shelf.holds(id, no, hash);
    return pack;
  }

  /** Reads a version saved before results were kept, for the last time. */
  async function readAnew(principal: Principal, id: string, kept: KeptSource): Promise<Outcome<NewVersion>> {
    const { source, ids } = kept;
    const reading = await reader.read(source, principal.id);
    // It was read when it was saved. If reading takes too long now, everything does.
    if (!reading || isTooMuch(reading)) return reject('slow-down');
    if (!reading.ok) return reject('pack-broken', OUTDATED);
    const read = ids ? withIds(reading.pack, ids, reading.named) : reading.pack;
    const pack = await keep({ ...kept, id, pack: read, reader: READER_VERSION });
    return { ok: true, value: { source, pack, reader: READER_VERSION, slug: reading.pack.id, ids } };
  }

  return {
    find: async (principal, id) => {
      const [shipped, markdown] = [catalogue.get(id), catalogue.source(id)];
      if (shipped && markdown !== null)
        return {
          ok: true,
          value: { source: markdown, pack: shipped, reader: READER_VERSION, slug: id, ids: null },
        };
      const kept = principal && (await shelf.source(idsOf(principal), id));
      if (!principal || !kept) return reject('pack-unknown');
      const content = kept.contentHash === null ? null : await contents.find(kept.contentHash);
      if (!content) return readAnew(principal, id, kept);
      const { source, slug, ids } = kept;
      return { ok: true, value: { source, ...content, slug, ids } };
    },
    keep,
  };
}
