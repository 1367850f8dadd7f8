import { asksAboutThem, TO_YOU } from './asked-below';
import { asksOutright } from './asking';
import type { Block, BlockOf, Item } from './blocks';
import { labelOf, meaningOf } from './labels';
import { plain } from './runs';

type List = BlockOf<'list'>;

/**
 * What lists are by the evidence of the whole guide. Lists below the same words, such as "Examples:" in each section, have one
 * role: where half of their items ask, all are asked. Where the guide asks "you" elsewhere, a list about "the candidate" is what the
 * panel asks itself.
 */
export function withRoles(blocks: Block[]): Block[] {
  const lists = blocks.flatMap((block, at) =>
    block.kind === 'list' ? [{ list: block, lead: leadOf(blocks[at - 1]) }] : [],
  );
  const addressed = lists.some(({ list }) => list.items.some(asksYou));
  const roles = new Map<List, List['role']>();
  const groups = new Map<string | List, typeof lists>();
  for (const one of lists) {
    const alike = groups.get(one.lead ?? one.list) ?? [];
    alike.push(one);
    groups.set(one.lead ?? one.list, alike);
  }
  for (const alike of groups.values()) {
    const items = alike.flatMap(({ list }) => list.items);
    const observed = items.filter(({ runs }) => asksAboutThem(plain(runs)));
    const asking = alike.filter(({ list }) => list.items.filter(asks).length * 3 >= list.items.length * 2);
    const role =
      addressed && observed.length * 2 >= items.length && !items.some(asksYou)
        ? 'observed'
        : alike.length > 1 && asking.length * 2 >= alike.length && items.length > alike.length
          ? 'asked'
          : null;
    if (role) for (const { list } of alike) roles.set(list, role);
  }
  return blocks.map((block) => {
    const role = block.kind === 'list' ? roles.get(block) : undefined;
    return block.kind === 'list' && role ? { ...block, role } : block;
  });
}

/** The words straight above a list that introduce it. */
function leadOf(block: Block | undefined): string | null {
  const text = block?.kind === 'label' ? block.title : block?.kind === 'text' ? plain(block.runs) : '';
  const isLead =
    /[:：]$/.test(text) && text.length <= 40 && labelOf(text) === null && meaningOf(text) === null;
  return isLead ? text.toLowerCase() : null;
}

const asks = ({ runs }: Item) => asksOutright(plain(runs));
const asksYou = (item: Item) => asks(item) && TO_YOU.test(plain(item.runs));
