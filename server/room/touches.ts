import { assertNever } from './core/assert-never';
import type { EventMeta, RoomEvent } from './core/events';
import {
  type Channel,
  currentRound,
  findAsk,
  isInSeat,
  type Member,
  memberOf,
  type RoomState,
  ratersOf,
} from './core/state';
import { progressOf } from './rules';

/** Which channels, and whose own parts, are told of an event. */
export interface Touches {
  shared: readonly Channel[];
  mine: readonly string[] | 'everybody';
}

const all: readonly Channel[] = ['host', 'panel', 'candidate', 'bench', 'waiting'];
const room: readonly Channel[] = ['host', 'panel', 'candidate', 'bench'];
const round: readonly Channel[] = ['host', 'panel', 'candidate'];
const panel: readonly Channel[] = ['host', 'panel'];
const host: readonly Channel[] = ['host'];
const nobody: readonly Channel[] = [];

/**
 * The rule that keeps sequence numbers from telling secrets: an event touches a channel or not by what that
 * channel may know, never by what it may not. `state` is the state before the event.
 */
export function touches(state: RoomState, event: RoomEvent, meta: EventMeta): Touches {
  const self = meta.by === null ? [] : [meta.by];
  switch (event.type) {
    case 'RoomOpened':
    case 'HostChanged':
      return { shared: all, mine: 'everybody' };
    case 'RoundStarted':
      return { shared: event.hostId === state.hostId ? room : all, mine: 'everybody' };
    case 'RoundPublished': {
      const inSeat = currentRound(state)?.candidateId;
      return { shared: room, mine: inSeat === undefined ? [] : [inSeat] };
    }
    case 'RoomEnded':
      return { shared: room, mine: [] };
    case 'SettingsChanged':
      return {
        shared: settingsChannels(state, event),
        mine: 'hostRates' in event.settings ? [state.hostId] : [],
      };
    case 'AgendaSet':
      return { shared: agendaChannels(state, event.items), mine: [] };
    case 'InviteIssued':
    case 'InviteRevoked':
      return { shared: host, mine: [] };
    case 'MemberJoined':
      return {
        shared: event.waiting ? host : peopleChannels(state, event.member),
        mine: [event.member.memberId],
      };
    case 'MemberReturned':
      return {
        shared: event.waiting ? host : peopleChannels(state, memberOf(state, event.memberId)),
        mine: [event.memberId],
      };
    case 'MemberDeclined':
      return { shared: host, mine: [event.memberId] };
    case 'MemberRemoved':
    case 'MemberLeft':
    case 'RoleChanged': {
      const member = memberOf(state, event.memberId);
      return {
        shared: member?.status === 'in' ? peopleChannels(state, member) : host,
        mine: [event.memberId],
      };
    }
    case 'MemberAdmitted':
    case 'ReadyChanged':
      return { shared: peopleChannels(state, memberOf(state, event.memberId)), mine: [event.memberId] };
    case 'HandChanged':
      return { shared: panel, mine: [event.memberId] };
    case 'ItemPushed':
    case 'AskClosed':
    case 'AskWithdrawn':
    case 'AskSkipped':
    case 'AskReturned':
    case 'FollowUpPushed':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'TimeAdded':
    case 'DebriefOpened':
      return { shared: round, mine: [] };
    case 'DeliberationStarted':
      return {
        shared: round,
        mine: state.members.filter(({ hand }) => hand).map(({ memberId }) => memberId),
      };
    case 'PointMarked':
    case 'StarMarked':
      return { shared: nobody, mine: self };
    case 'NoteWritten':
    case 'NoteDeleted':
      return { shared: noteIsOpen(state, event, meta.by) ? panel : nobody, mine: self };
    case 'RatingSubmitted': {
      const first = findAsk(state, event.askId)?.ask.first;
      const counts = meta.by !== null && ratersOf(state).includes(meta.by);
      const isNew = meta.by !== null && !!first && !(meta.by in first);
      return { shared: counts && isNew ? panel : nobody, mine: self };
    }
    case 'RatedAgain': {
      const opened = findAsk(state, event.askId)?.ask.reveal?.panel;
      return { shared: meta.by !== null && opened?.includes(meta.by) ? panel : nobody, mine: self };
    }
    case 'AskRevealed':
    case 'MessageSent':
    case 'VerdictExcused':
    case 'VerdictsOpened':
      return { shared: panel, mine: [] };
    case 'VerdictSubmitted': {
      const current = currentRound(state);
      const isNew = meta.by !== null && !!current && !(meta.by in current.verdicts);
      const excused = meta.by !== null && !!current?.excused.includes(meta.by);
      return { shared: isNew || excused ? panel : nobody, mine: self };
    }
    case 'ReflectionWritten':
      return { shared: reflectionIsOpen(state, event) ? panel : nobody, mine: self };
    case 'SelfRated':
      return { shared: currentRound(state)?.phase === 'debrief' ? panel : nobody, mine: self };
    default:
      return assertNever(event);
  }
}

/** Candidates of a led room do not meet: of one in the seat they alone hear, of one on the bench none. */
function peopleChannels(
  state: RoomState,
  member: Pick<Member, 'memberId' | 'role'> | undefined,
): readonly Channel[] {
  if (member?.role !== 'candidate') return room;
  return isInSeat(state, member.memberId) ? round : panel;
}

function settingsChannels(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'SettingsChanged' }>,
): readonly Channel[] {
  const { settings } = event;
  if (settings.title !== undefined) return all;
  const counts = settings.slots !== undefined && settings.slots.length !== state.settings.slots.length;
  if (settings.callLink !== undefined || settings.targetSeconds !== undefined || counts) return room;
  return settings.slots !== undefined || settings.hostRates !== undefined ? panel : host;
}

/** Of the agenda, candidates know how long it is and nothing else. */
function agendaChannels(state: RoomState, items: string[]): readonly Channel[] {
  if (state.settings.format === 'led' && items.length !== state.settings.agenda.length) return room;
  const current = currentRound(state);
  if (current?.phase !== 'asking') return panel;
  const before = progressOf(current.agenda, current.asks).planned;
  return progressOf(items, current.asks).planned === before ? panel : round;
}

/** A note is the panel's business once it is (or was) shared and its ask is open, if its author counted there. */
function noteIsOpen(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'NoteWritten' | 'NoteDeleted' }>,
  by: string | null,
): boolean {
  const ask = currentRound(state)?.asks.find((other) => other.askId === event.askId);
  if (by === null || !ask?.reveal?.panel.includes(by)) return false;
  const before = ask.notes.find((note) => note.memberId === by && note.noteId === event.noteId);
  return before?.shared === true || (event.type === 'NoteWritten' && event.shared);
}

function reflectionIsOpen(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'ReflectionWritten' }>,
): boolean {
  const current = currentRound(state);
  if (current?.roundId !== event.roundId) return false;
  const open = current.phase === 'debrief' || current.phase === 'published';
  return open && (event.shared || current.reflection?.shared === true);
}
