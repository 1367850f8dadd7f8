import type { PlanForecast, ShareSummary, SharesWish } from '../../protocol/agenda-wish';
import type { Pack, PackItem } from '../../protocol/pack';
import type { HeardBefore } from '../core/decision';
import type { RoomState } from '../core/state';
import { dealable } from '../core/twins';
import { levelsOf, secondsOf } from '../rules';
import type { Share } from './deal';
import { freshExercises, isTwinOf } from './exercises';
import { dealToCome } from './plan';
import { isQuestion, type SharedOut, shareOut, together } from './share-out';

/** The person who sets up a room, before anyone else has joined. */
const SELF = 'self';

/** What each of several people will get when they take turns with a pack, if one of them has heard these items. */
export function packForecast(
  pack: Pack,
  { slots, people, targetSeconds, level, seen }: SharesWish,
  heardBySelf: ReadonlySet<string>,
): PlanForecast {
  const heard: HeardBefore = new Map([...heardBySelf, ...seen].map((id) => [id, [SELF]]));
  const questions = dealable(pack.questions, heard);
  const out = shareOut({
    slots,
    questions: (code) => questions.filter((item) => !isTwinOf(item, code)),
    exercises: freshExercises(pack.exercises, heard),
    kept: Array.from({ length: people }, () => []),
    heard,
    hearers: [SELF],
    targetSeconds,
    level,
    first: null,
  });
  return sharesForecast(pack, out, heard, targetSeconds);
}

const NOBODY: SharedOut = { shares: [], code: [], left: 0, places: 0 };

/** What each person who has still to sit in a peer room will get. `nextId`: the next of them; null if there is none. */
export function peerForecast(state: RoomState, nextId: string | null, heard: HeardBefore): PlanForecast {
  const { pack, settings } = state;
  const out = nextId === null ? NOBODY : dealToCome(state, nextId, heard);
  return sharesForecast(pack, out, heard, settings.targetSeconds);
}

/** The items of the pack that a led room's candidate has heard; `heard` is about them alone. */
export function ledForecast(pack: Pack, heard: HeardBefore): PlanForecast {
  const items = [...pack.questions, ...pack.exercises];
  const known = items.flatMap(({ id }) => (heard.has(id) ? [id] : []));
  return {
    items: items.length,
    unheard: items.length - known.length,
    heard: known,
    shares: [],
    repeats: 0,
    code: null,
    levels: levelsOf(items),
  };
}

/** Shares without a word of their questions, since the reader will have the hot seat too. */
function sharesForecast(
  { questions, exercises }: Pack,
  out: SharedOut,
  heard: HeardBefore,
  targetSeconds: number | null,
): PlanForecast {
  const isHeard = ({ id }: PackItem) => heard.has(id);
  const shares = together(out, targetSeconds);
  return {
    items: questions.length,
    unheard: questions.length - questions.filter(isHeard).length,
    heard: [],
    shares: shares.map((share) => summaryOf(share, targetSeconds)),
    repeats: shares.reduce((sum, { agenda }) => sum + agenda.filter(isHeard).length, 0),
    code: { exercises: exercises.length, left: out.left, places: out.places },
    levels: levelsOf(questions),
  };
}

function summaryOf({ agenda, pool }: Share, targetSeconds: number | null): ShareSummary {
  const questions = agenda.filter(isQuestion);
  return {
    questions: questions.length,
    exercises: agenda.length - questions.length,
    seconds: agenda.reduce((sum, item) => sum + secondsOf(item, targetSeconds), 0),
    levels: countLevels(questions.map(({ level }) => level)),
    more: pool.length - agenda.length,
  };
}

function countLevels(levels: (string | null)[]): ShareSummary['levels'] {
  const counts = new Map<string, number>();
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count }));
}
