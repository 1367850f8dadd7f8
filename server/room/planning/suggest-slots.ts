import type { SlotSuggestion, SlotsWish } from '../../protocol/agenda-wish';
import type { Group, Pack } from '../../protocol/pack';
import { LIMITS } from '../../protocol/words';
import { secondsOf } from '../rules';
import { type Place, takeInTurns, whyPlace } from './turns';

/** A rotation's agenda within the minutes per person. Nobody may know the questions, so it holds competencies. */
export function suggestSlots(pack: Pack, { groupIds, minutes, targetSeconds }: SlotsWish): SlotSuggestion {
  const groups = pack.groups.filter(({ id }) => groupIds === null || groupIds.includes(id));
  const places = groups.flatMap((group) => placesOn(pack, group, targetSeconds));
  const taken = takeInTurns(pack, places, { seconds: minutes * 60, most: LIMITS.agenda });
  return {
    picks: taken.map((place) => ({ groupId: place.group.id, why: whyPlace(place).join(', ') })),
  };
}

/** One place for each of a competency's questions, each as long as they are on average. */
function placesOn(pack: Pack, group: Group, targetSeconds: number | null): Place[] {
  const own = pack.questions.filter(({ groupId }) => groupId === group.id);
  const seconds = own.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0) / own.length;
  return own.map((_, turn) => ({ group, turn, seconds }));
}
