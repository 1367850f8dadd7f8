import type {
  AgendaWish,
  PlanForecast,
  SharesWish,
  SlotSuggestion,
  SlotsWish,
  Suggestion,
} from '../protocol/agenda-wish';
import type { PackOutline } from '../protocol/outline';
import { outlineOf } from '../protocol/outline-of';
import type { Pack } from '../protocol/pack';
import { openingAgenda, suggestAgenda } from '../room/planning/suggest-agenda';
import { suggestSlots } from '../room/planning/suggest-slots';
import { packForecast } from '../room/rotation/forecast';
import { idsOf, type Principal } from '../runtime/principal';
import { reject } from '../runtime/rejection';
import type { Outcome } from '../runtime/rooms';
import { type Asker, whoOf } from './asker';

/** Plans a panel before there is a room. */
export interface PackPlanning {
  /** What set-up shows first: the outline of a pack, and an agenda. */
  opening(asker: Asker, id: string): Promise<Outcome<PackOutline>>;
  suggest(asker: Asker, id: string, wish: AgendaWish): Promise<Outcome<Suggestion>>;
  /** For a rotation. */
  suggestSlots(asker: Asker, id: string, wish: SlotsWish): Promise<Outcome<SlotSuggestion>>;
  /** What each person of a rotation will get. */
  forecast(asker: Asker, id: string, wish: SharesWish): Promise<Outcome<PlanForecast>>;
}

export interface PlanningPorts {
  find(principal: Principal | null, id: string): Promise<Outcome<Pack>>;
  /** Ids of the items in a family of packs that a person heard under any of these ids. */
  heardBy(principalIds: string[], familyId: string): Promise<Set<string>>;
  /** Whether the person with this id, or address, may ask for one more forecast or suggestion now. */
  mayPlan(who: string): Promise<boolean>;
}

export function createPlanning({ find, heardBy, mayPlan }: PlanningPorts): PackPlanning {
  /** A pack to plan with, and what the planner has heard of it. */
  async function plan<T>(
    asker: Asker,
    id: string,
    work: (pack: Pack, heard: Set<string>) => T,
  ): Promise<Outcome<T>> {
    const { principal } = asker;
    if (!(await mayPlan(whoOf(asker)))) return reject('slow-down');
    const found = await find(principal, id);
    if (!found.ok) return found;
    const pack = found.value;
    const heard = principal ? await heardBy(idsOf(principal), pack.familyId) : new Set<string>();
    return { ok: true, value: work(pack, heard) };
  }

  return {
    forecast: (asker, id, wish) => plan(asker, id, (pack, heard) => packForecast(pack, wish, heard)),
    opening: (asker, id) =>
      plan(asker, id, (pack, heard) => ({
        id: pack.id,
        title: pack.title,
        suggestion: openingAgenda(pack, heard),
        ...outlineOf({ groups: pack.groups, items: [...pack.questions, ...pack.exercises] }),
      })),
    suggestSlots: (asker, id, wish) => plan(asker, id, (pack) => suggestSlots(pack, wish)),
    suggest: (asker, id, wish) =>
      plan(asker, id, (pack, heard) => suggestAgenda(pack, { ...wish, heard, whom: 'you' })),
  };
}
