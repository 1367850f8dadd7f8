import { assertNever } from './assert-never';
import type { EventMeta, RoomEvent } from './events';
import { type Channel, currentRound, findAsk, memberOf, type RoomState } from './state';

/** Which channels, and whose own parts, are told of an event. */
export interface Touches {
  shared: readonly Channel[];
  mine: readonly string[] | 'everybody';
}

const all: readonly Channel[] = ['host', 'panel', 'candidate', 'waiting'];
const room: readonly Channel[] = ['host', 'panel', 'candidate'];
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
    case 'RoomEnded':
    case 'SettingsChanged':
      return { shared: all, mine: 'everybody' };
    case 'RoundStarted':
    case 'RoundPublished':
      return { shared: room, mine: 'everybody' };
    case 'HostChanged':
      return { shared: all, mine: 'everybody' };
    case 'InviteIssued':
    case 'InviteRevoked':
      return { shared: host, mine: [] };
    case 'MemberJoined':
      return { shared: event.waiting ? host : room, mine: [event.member.memberId] };
    case 'MemberReturned':
      return { shared: event.waiting ? host : room, mine: [event.memberId] };
    case 'MemberDeclined':
      return { shared: host, mine: [event.memberId] };
    case 'MemberRemoved':
    case 'MemberLeft': {
      const wasIn = memberOf(state, event.memberId)?.status === 'in';
      return { shared: wasIn ? room : host, mine: [event.memberId] };
    }
    case 'MemberAdmitted':
    case 'RoleChanged':
    case 'ReadyChanged':
      return { shared: room, mine: [event.memberId] };
    case 'HandChanged':
      return { shared: panel, mine: [event.memberId] };
    case 'AgendaSet':
    case 'ItemPushed':
    case 'AskClosed':
    case 'AskWithdrawn':
    case 'AskSkipped':
    case 'AskReturned':
    case 'FollowUpPushed':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'TimeAdded':
    case 'DeliberationStarted':
    case 'DebriefOpened':
      return { shared: room, mine: [] };
    case 'PointMarked':
    case 'StarMarked':
      return { shared: nobody, mine: self };
    case 'NoteWritten':
    case 'NoteDeleted':
      return { shared: noteIsOpen(state, event, meta.by) ? panel : nobody, mine: self };
    case 'RatingSubmitted': {
      const first = findAsk(state, event.askId)?.ask.first;
      const counts = memberOf(state, meta.by)?.role === 'panelist';
      const isNew = meta.by !== null && !!first && !(meta.by in first);
      return { shared: counts && isNew ? panel : nobody, mine: self };
    }
    case 'RatedAgain':
      return { shared: memberOf(state, meta.by)?.role === 'panelist' ? panel : nobody, mine: self };
    case 'AskRevealed':
    case 'MessageSent':
    case 'VerdictExcused':
    case 'VerdictsOpened':
      return { shared: panel, mine: [] };
    case 'VerdictSubmitted': {
      const round = currentRound(state);
      const isNew = meta.by !== null && !!round && !(meta.by in round.verdicts);
      const excused = meta.by !== null && !!round?.excused.includes(meta.by);
      return { shared: isNew || excused ? panel : nobody, mine: self };
    }
    case 'ReflectionWritten': {
      const round = currentRound(state);
      const open = round?.phase === 'debrief' || round?.phase === 'published';
      return { shared: open && (event.shared || round.reflection?.shared) ? panel : nobody, mine: self };
    }
    case 'SelfRated':
      return { shared: currentRound(state)?.phase === 'debrief' ? panel : nobody, mine: self };
    default:
      return assertNever(event);
  }
}

/** A note is the panel's business once it is (or was) shared and its ask is open. */
function noteIsOpen(
  state: RoomState,
  event: Extract<RoomEvent, { type: 'NoteWritten' | 'NoteDeleted' }>,
  by: string | null,
): boolean {
  const ask = findAsk(state, event.askId)?.ask;
  if (!ask?.reveal) return false;
  const before = ask.notes.find((note) => note.memberId === by && note.noteId === event.noteId);
  return before?.shared === true || (event.type === 'NoteWritten' && event.shared);
}
