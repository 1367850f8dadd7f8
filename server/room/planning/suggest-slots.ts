import type { SlotSuggestion, SlotsWish } from '../../protocol/agenda-wish';
import type { Group, Pack } from '../../protocol/pack';
import { LIMITS } from '../../protocol/words';
import { secondsOf } from '../rules';
import { type Place, takeInTurns, whyPlace } from './turns';

/** A rotation's agenda within the minutes per person. Nobody may know its items, so it holds competencies and a place for code. */
export function suggestSlots(pack: Pack, wish: SlotsWish): SlotSuggestion {
  const { groupIds, minutes, targetSeconds } = wish;
  const groups = pack.groups.filter(({ id }) => groupIds === null || groupIds.includes(id));
  const places = groups.flatMap((group) => placesOn(pack, group, targetSeconds));
  const code = wish.exercise ? codeSeconds(pack, minutes * 60) : null;
  const taken = takeInTurns(pack, places, {
    seconds: minutes * 60 - (code ?? 0),
    most: LIMITS.agenda - (code === null ? 0 : 1),
  });
  const picks: SlotSuggestion['picks'] = taken.map((place) => ({
    groupId: place.group.id,
    why: whyPlace(place).join(', '),
  }));
  return {
    picks:
      code === null
        ? picks
        : [...picks, { groupId: null, kind: 'exercise', why: 'The code exercise that you asked for' }],
  };
}

/** What a code exercise takes: as long as they do on average. Null if the pack has none, or none fits. */
function codeSeconds({ exercises }: Pack, atMost: number): number | null {
  const seconds = exercises.reduce((sum, item) => sum + secondsOf(item, null), 0) / exercises.length;
  return seconds <= atMost ? seconds : null;
}

/** One place for each of a competency's questions, each as long as they are on average. */
function placesOn(pack: Pack, group: Group, targetSeconds: number | null): Place[] {
  const own = pack.questions.filter(({ groupId }) => groupId === group.id);
  const seconds = own.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0) / own.length;
  return own.map((_, turn) => ({ group, turn, seconds }));
}
