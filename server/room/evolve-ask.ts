import { assertNever } from './assert-never';
import type { EventMeta, RoomEvent } from './events';
import { withRound } from './evolve-round';
import { type Ask, type Clock, currentRound, findAsk, type RoomState, usedMs } from './state';

const ASK_EVENTS = [
  'ItemPushed',
  'AskClosed',
  'AskWithdrawn',
  'AskSkipped',
  'AskReturned',
  'FollowUpPushed',
  'ClockPaused',
  'ClockResumed',
  'TimeAdded',
  'PointMarked',
  'StarMarked',
  'NoteWritten',
  'NoteDeleted',
  'RatingSubmitted',
  'AskRevealed',
  'RatedAgain',
  'SelfRated',
] as const;
type AskEvent = Extract<RoomEvent, { type: (typeof ASK_EVENTS)[number] }>;

export function isAskEvent(event: RoomEvent): event is AskEvent {
  return ASK_EVENTS.some((type) => type === event.type);
}

export function evolveAsk(state: RoomState, event: AskEvent, meta: EventMeta): RoomState {
  if (event.type === 'ItemPushed') return pushed(state, event, meta);
  const found = findAsk(state, event.askId);
  if (!found) throw new Error(`${event.type} on an unknown ask ${event.askId}`);
  const ask = changed(found.ask, event, meta);
  return withRound(state, found.round.roundId, (round) => ({
    ...round,
    liveAskId: liveAfter(round.liveAskId, ask),
    asks: round.asks.map((other) => (other.askId === ask.askId ? ask : other)),
  }));
}

function liveAfter(liveAskId: string | null, ask: Ask): string | null {
  if (ask.status === 'live') return ask.askId;
  return liveAskId === ask.askId ? null : liveAskId;
}

function pushed(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'ItemPushed' }>,
  meta: EventMeta,
): RoomState {
  const round = currentRound(state);
  if (!round) throw new Error('ItemPushed outside a round');
  const ask: Ask = {
    askId: event.askId,
    no: round.asks.length + 1,
    itemId: event.itemId,
    askedBy: meta.by ?? '',
    askedAt: meta.at,
    status: 'live',
    clock: { targetMs: event.targetMs, elapsedMs: 0, runningSince: meta.at, moment: false },
    followUps: [],
    ticks: {},
    stars: {},
    notes: [],
    first: {},
    second: {},
    reveal: null,
    selfRating: null,
  };
  return withRound(state, round.roundId, (current) => ({
    ...current,
    liveAskId: ask.askId,
    asks: [...current.asks, ask],
  }));
}

function changed(ask: Ask, event: Exclude<AskEvent, { type: 'ItemPushed' }>, meta: EventMeta): Ask {
  const by = meta.by ?? '';
  switch (event.type) {
    case 'AskClosed':
      return { ...ask, status: 'closed', clock: stopped(ask.clock, meta.at) };
    case 'AskWithdrawn':
      return { ...ask, status: 'withdrawn', clock: stopped(ask.clock, meta.at) };
    case 'AskSkipped':
      return { ...ask, status: 'skipped', clock: stopped(ask.clock, meta.at) };
    case 'AskReturned':
      return { ...ask, status: 'live', clock: { ...ask.clock, runningSince: meta.at, moment: false } };
    case 'FollowUpPushed':
      return { ...ask, followUps: [...ask.followUps, { followUpId: event.followUpId, at: meta.at }] };
    case 'ClockPaused':
      return { ...ask, clock: { ...stopped(ask.clock, meta.at), moment: event.moment } };
    case 'ClockResumed':
      return { ...ask, clock: { ...ask.clock, runningSince: meta.at, moment: false } };
    case 'TimeAdded':
      return { ...ask, clock: { ...ask.clock, targetMs: ask.clock.targetMs + event.ms } };
    case 'PointMarked':
      return { ...ask, ticks: { ...ask.ticks, [by]: marked(ask.ticks[by] ?? {}, event, meta.at) } };
    case 'StarMarked':
      return { ...ask, stars: { ...ask.stars, [by]: starred(ask.stars[by] ?? {}, event) } };
    case 'NoteWritten':
      return { ...ask, notes: withNote(ask, event, by, meta.at) };
    case 'NoteDeleted':
      return {
        ...ask,
        notes: ask.notes.filter((note) => note.memberId !== by || note.noteId !== event.noteId),
      };
    case 'RatingSubmitted':
      return { ...ask, first: { ...ask.first, [by]: { value: event.value, at: meta.at } } };
    case 'AskRevealed':
      return { ...ask, reveal: { at: meta.at, panel: event.panel, usedMs: usedMs(ask.clock, meta.at) } };
    case 'RatedAgain':
      return { ...ask, second: { ...ask.second, [by]: { value: event.value, at: meta.at } } };
    case 'SelfRated':
      return { ...ask, selfRating: { value: event.value, at: meta.at } };
    default:
      return assertNever(event);
  }
}

function stopped(clock: Clock, at: number): Clock {
  return { ...clock, elapsedMs: usedMs(clock, at), runningSince: null, moment: false };
}

function marked(
  ticks: Ask['ticks'][string],
  event: Extract<RoomEvent, { type: 'PointMarked' }>,
  at: number,
): Ask['ticks'][string] {
  const { [event.pointId]: _, ...rest } = ticks;
  return event.mark === null ? rest : { ...rest, [event.pointId]: { mark: event.mark, at } };
}

function starred(
  stars: Ask['stars'][string],
  event: Extract<RoomEvent, { type: 'StarMarked' }>,
): Ask['stars'][string] {
  const { [event.letter]: _, ...rest } = stars;
  return event.atMs === null ? rest : { ...rest, [event.letter]: event.atMs };
}

function withNote(
  ask: Ask,
  event: Extract<RoomEvent, { type: 'NoteWritten' }>,
  by: string,
  at: number,
): Ask['notes'] {
  const { noteId, text, atMs, shared } = event;
  const note = { noteId, memberId: by, text, atMs, shared, at };
  const known = ask.notes.some((other) => other.memberId === by && other.noteId === noteId);
  if (!known) return [...ask.notes, note];
  return ask.notes.map((other) => (other.memberId === by && other.noteId === noteId ? note : other));
}
