import type { SampleAnswer } from '../protocol/pack';
import type { MyWarmUp, WarmUpSlice } from '../protocol/view-warm-up';
import { type Commands, type Evolvers, host, listeners, panel } from './core/concept';
import { accept, nothing, reject } from './core/decision';
import { remembered } from './core/remembered';
import { currentRound, itemOf, type RoomState, ratersOf, type Scene } from './core/state';
import { isOver } from './rules';

/** Before a led round a panel rates two sample answers blind, and sees how the pack rates them. */

export type WarmUpEvent =
  | { type: 'WarmUpStarted'; samples: SampleRef[] }
  | { type: 'SampleRated'; no: number; value: number }
  | { type: 'WarmUpAgreed' }
  | { type: 'SpreadShown' }
  | { type: 'WarmUpEnded' };

/** A sample answer of the pack, by its item and its place there. */
export interface SampleRef {
  itemId: string;
  index: number;
}

export interface WarmUp {
  startedAt: number;
  /** When the newest rating was given. */
  ratedAt: number;
  /** Rounds that the room had then: the next one ends it. */
  rounds: number;
  samples: SampleRef[];
  /** By member, in the order of the samples. */
  given: Record<string, number[]>;
  agreed: string[];
  /**
   * Whose ratings the panel sees together: noted when they are shown for the first time, and never changed, since what
   * comes or goes later would be the rating of a known person. Null until then.
   */
  together: string[] | null;
}

export const SAMPLES = 2;
/** Of two ratings without names each rater knows whose is whose. */
const SPREAD_FROM = 3;

export const commands: Commands<'StartWarmUp' | 'RateSample' | 'AgreeToOpen' | 'ShowSpread' | 'EndWarmUp'> = {
  StartWarmUp: {
    may: host,
    decide: ({ state }) => {
      if (state.settings.format === 'peer') return reject('not-allowed');
      if (isAsking(state)) return reject('round-live');
      if (openWarmUp(state)) return nothing;
      const samples = samplesFor(state);
      return samples ? accept({ type: 'WarmUpStarted', samples }) : reject('item-unknown');
    },
  },
  RateSample: {
    may: listeners,
    decide: ({ state, by }, { no, value }) => {
      const warmUp = openWarmUp(state);
      if (!warmUp || no > warmUp.samples.length) return reject('not-found');
      const given = warmUp.given[by] ?? [];
      const known = given[no - 1];
      if (known !== undefined) return known === value ? nothing : reject('already-revealed');
      return given.length === no - 1 ? accept({ type: 'SampleRated', no, value }) : reject('wrong-phase');
    },
  },
  AgreeToOpen: {
    may: panel,
    decide: ({ state, by }) => {
      const warmUp = openWarmUp(state);
      if (!warmUp) return reject('not-found');
      if (!mayAgree(state, warmUp, by)) return reject('not-a-rater');
      if (!isDone(warmUp, by)) return reject('not-rated');
      return warmUp.agreed.includes(by) ? nothing : accept({ type: 'WarmUpAgreed' });
    },
  },
  /** For a rater who is away, or does without. */
  ShowSpread: {
    may: host,
    decide: ({ state }) => {
      const warmUp = openWarmUp(state);
      if (!warmUp) return reject('not-found');
      if (warmUp.together) return nothing;
      return doneOf(state, warmUp).length > 0 ? accept({ type: 'SpreadShown' }) : reject('not-rated');
    },
  },
  EndWarmUp: {
    may: host,
    decide: ({ state }) => (openWarmUp(state) ? accept({ type: 'WarmUpEnded' }) : nothing),
  },
};

export const evolvers: Evolvers<WarmUpEvent> = {
  WarmUpStarted: (state, { samples }, { at }) => ({
    ...state,
    warmUp: {
      startedAt: at,
      ratedAt: at,
      rounds: state.rounds.length,
      samples,
      given: {},
      agreed: [],
      together: null,
    },
    warmedUp: [...state.warmedUp, ...samples],
  }),
  SampleRated: (state, { value }, { at, by }) =>
    changed(state, (warmUp) => ({
      ...warmUp,
      ratedAt: at,
      given: { ...warmUp.given, [by ?? '']: [...(warmUp.given[by ?? ''] ?? []), value] },
    })),
  WarmUpAgreed: (state, _, { by }) =>
    changed(state, (warmUp) => ({ ...warmUp, agreed: [...warmUp.agreed, by ?? ''] })),
  SpreadShown: (state) => changed(state, (warmUp) => ({ ...warmUp, together: doneOf(state, warmUp) })),
  WarmUpEnded: (state) => ({ ...state, warmUp: null }),
};

function changed(state: RoomState, change: (warmUp: WarmUp) => WarmUp): RoomState {
  return state.warmUp ? { ...state, warmUp: change(state.warmUp) } : state;
}

/**
 * After each event, whatever it was: once all raters are done, and nobody is left to wait for, it is noted who they are. Of
 * two, each would know the other's, so both have to agree first.
 */
export function withTogether(state: RoomState): RoomState {
  const warmUp = openWarmUp(state);
  if (!warmUp || warmUp.together) return state;
  const raters = ratersOf(state);
  const isShown =
    raters.length > 0 &&
    raters.every((id) => isDone(warmUp, id)) &&
    (raters.length >= SPREAD_FROM || raters.every((id) => warmUp.agreed.includes(id)));
  return isShown ? { ...state, warmUp: { ...warmUp, together: raters } } : state;
}

const doneOf = (state: RoomState, warmUp: WarmUp) => ratersOf(state).filter((id) => isDone(warmUp, id));

/** Somebody who rated after the others were shown together has nothing to open. */
const mayAgree = (state: RoomState, { together }: WarmUp, by: string) =>
  (together ?? ratersOf(state)).includes(by);

function isAsking(state: Scene): boolean {
  const round = currentRound(state);
  return round !== undefined && !isOver(round.phase);
}

function openWarmUp({ warmUp, rounds, phase }: Scene): WarmUp | null {
  return warmUp && warmUp.rounds === rounds.length && phase !== 'ended' ? warmUp : null;
}

const isDone = ({ samples, given }: WarmUp, memberId: string) => given[memberId]?.length === samples.length;

interface Answered {
  itemId: string;
  /** Places of its samples. */
  samples: number[];
}

/**
 * Samples of two questions that are not on the agenda, if there are that many: other ones in each room, and none that the
 * room had before while there are others. Null for a pack that has too few.
 */
function samplesFor({ pack, settings, roomId, rounds, warmedUp, tryOut }: RoomState): SampleRef[] | null {
  const all = pack.questions
    .map(({ id, samples }): Answered => ({ itemId: id, samples: samples.map((_, at) => at) }))
    .filter(({ samples }) => samples.length > 0);
  const isNew = (itemId: string, at: number) =>
    !warmedUp.some((ref) => ref.itemId === itemId && ref.index === at);
  const fresh = all
    .map(({ itemId, samples }) => ({ itemId, samples: samples.filter((at) => isNew(itemId, at)) }))
    .filter(({ samples }) => samples.length > 0);
  const spare = (from: Answered[]) => from.filter(({ itemId }) => !settings.agenda.includes(itemId));
  const from = [spare(fresh), fresh, spare(all), all].find((some) => some.length >= SAMPLES);
  if (!from) return null;
  // Among simulated people everything comes from their seed.
  const key = tryOut ? String(tryOut.seed) : roomId;
  const seed = [...key].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), rounds.length);
  return Array.from({ length: SAMPLES }, (_, no) => {
    const item = from[(seed + no * Math.ceil(from.length / SAMPLES)) % from.length];
    const { itemId = '', samples = [] } = item ?? {};
    return { itemId, index: samples[(seed + no) % samples.length] ?? 0 };
  });
}

export function sampleOf(
  state: Pick<RoomState, 'pack'>,
  { itemId, index }: SampleRef,
): SampleAnswer | undefined {
  return state.pack.questions.find(({ id }) => id === itemId)?.samples[index];
}

const READY: WarmUpSlice = { kind: 'ready' };

/** What all of the panel see: of single ratings nothing until everybody agrees to open theirs. */
export function warmUpSlice(state: Scene): WarmUpSlice {
  if (state.settings.format === 'peer' || state.phase === 'ended' || isAsking(state)) return null;
  const warmUp = openWarmUp(state);
  if (!warmUp) return canWarmUp(state) ? READY : null;
  return slice(warmUp, state, ratersOf(state).join());
}

const canWarmUp = remembered(
  ({ pack }: Pick<RoomState, 'pack'>) => [pack],
  ({ pack }) => pack.questions.filter(({ samples }) => samples.length > 0).length >= SAMPLES,
);

const slice = remembered(
  (warmUp: WarmUp, { pack }: Pick<RoomState, 'pack'>, raters: string) => [warmUp, pack, raters],
  (warmUp, state, raters): WarmUpSlice => {
    const { together } = warmUp;
    const ids = together ?? raters.split(',').filter(Boolean);
    const done = ids.filter((id) => isDone(warmUp, id));
    const agreed = ids.filter((id) => warmUp.agreed.includes(id));
    const all = ids.map((id) => [id, warmUp.given[id] ?? []] as const);
    return {
      kind: 'open',
      samples: warmUp.samples.map((ref, at) => ({
        no: at + 1,
        prompt: itemOf(state, ref.itemId)?.prompt ?? '',
        text: sampleOf(state, ref)?.text ?? '',
      })),
      done: done.length,
      of: ids.length,
      agreed: agreed.length,
      spread:
        together && together.length >= SPREAD_FROM
          ? warmUp.samples.map((_, at) =>
              all.flatMap(([, values]) => values[at] ?? []).toSorted((a, b) => a - b),
            )
          : null,
      opened: together && agreed.length === ids.length ? Object.fromEntries(all) : null,
    };
  },
);

/** One's own part: how the pack rates a sample is told to those who have rated it. */
export function myWarmUp(state: Scene, memberId: string): MyWarmUp {
  const warmUp = openWarmUp(state);
  const ratings = warmUp?.given[memberId];
  if (!warmUp || !ratings) return null;
  return mine(ratings, state, warmUp, memberId);
}

const mine = remembered(
  (ratings: number[], { pack }: Pick<RoomState, 'pack'>, { agreed, together }: WarmUp, memberId: string) => [
    ratings,
    pack,
    agreed.includes(memberId),
    together,
  ],
  (ratings, state, { samples, agreed, together }, memberId): MyWarmUp => ({
    ratings,
    keys: samples.slice(0, ratings.length).flatMap((ref) => {
      const sample = sampleOf(state, ref);
      if (!sample) return [];
      const { rating, notHigher, notLower } = sample;
      return [{ rating, notHigher, notLower }];
    }),
    agreed: agreed.includes(memberId),
    counts: together?.includes(memberId) ?? true,
  }),
);
