import type { KeptPack, PackLink, SharedPack } from '../protocol/pack-library';
import { idsOf, type Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import type { Asker } from './asker';
import type { PackLinks } from './pack-links';
import type { NewVersion } from './pack-writer';
import { summaryOf } from './summary';
import type { WholePacks } from './whole-packs';

/** Shares people's own packs with teammates, by a link that gives a copy and can be turned off. */
export interface PackSharing {
  /** Null if there is no link. */
  link(principal: Principal, id: string): Promise<PackLink | null>;
  /** Makes a new link; the previous one stops working. */
  makeLink(principal: Principal, id: string): Promise<Outcome<PackLink & { token: string }>>;
  turnLinkOff(principal: Principal, id: string): Promise<Outcome<null>>;
  /** The pack behind a link. */
  shared(asker: Asker, token: string): Promise<Outcome<SharedPack>>;
  /** Copies the pack behind a link into one's own packs. */
  takeCopy(principal: Principal, token: string): Promise<Outcome<KeptPack>>;
}

export interface SharingPorts {
  links: PackLinks;
  whole: WholePacks;
  /** Whether the person with this id, or address, may ask once more now. */
  mayAsk(who: string): Promise<boolean>;
  add(principal: Principal, made: NewVersion): Promise<Outcome<KeptPack>>;
}

const OFF = 'This link was turned off, or its pack was deleted. Ask the person who sent it for a new one.';

export function createSharing({ links, whole, mayAsk, add }: SharingPorts): PackSharing {
  async function find(token: string) {
    const link = await links.find(token);
    if (!link) return reject('pack-unknown', OFF);
    // Only the owner's id is needed.
    const owner = {
      id: link.ownerId,
      name: '',
      kind: 'guest',
      email: null,
      image: null,
      aliases: [],
    } as const;
    const found = await whole.find(owner, link.packId);
    if (!found.ok) return found.code === 'pack-unknown' ? reject('pack-unknown', OFF) : found;
    return { ok: true as const, value: { ...found.value, link } };
  }

  return {
    link: (principal, id) => links.of(idsOf(principal), id),
    makeLink: async (principal, id) => {
      if (!(await mayAsk(principal.id))) return reject('slow-down');
      const link = await links.make(idsOf(principal), id);
      return link ? { ok: true, value: link } : reject('pack-unknown');
    },
    turnLinkOff: async (principal, id) =>
      (await links.turnOff(idsOf(principal), id)) ? { ok: true, value: null } : reject('pack-unknown'),
    shared: async ({ principal, address }, token) => {
      if (!(await mayAsk(principal?.id ?? address))) return reject('slow-down');
      const found = await find(token);
      if (!found.ok) return found;
      const { pack, link } = found.value;
      const { title, groups, questions, exercises } = summaryOf(pack);
      const isOwn = principal !== null && idsOf(principal).includes(link.ownerId);
      return {
        ok: true,
        value: {
          pack: { title, groups, questions, exercises },
          by: link.ownerName,
          ownId: isOwn ? link.packId : null,
        },
      };
    },
    takeCopy: async (principal, token) => {
      if (!(await mayAsk(principal.id))) return reject('slow-down');
      const found = await find(token);
      return found.ok ? add(principal, found.value) : found;
    },
  };
}
