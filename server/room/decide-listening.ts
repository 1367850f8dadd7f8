import type { Command } from '../protocol/commands';
import { LIMITS } from '../protocol/words';
import { assertNever } from './assert-never';
import { mayBeRevealed } from './consequences';
import { type Asking, accept, type Decision, nothing, type RoomCommand, reject } from './decision';
import { type Ask, findAsk, itemOf, memberOf, type RoomState, type Round, ratersOf } from './state';

const LISTENING_COMMANDS = [
  'MarkPoint',
  'MarkStar',
  'WriteNote',
  'DeleteNote',
  'SubmitRating',
  'RateAgain',
  'RevealRatings',
  'RateSelf',
] as const;
type ListeningCommand = Extract<Command, { type: (typeof LISTENING_COMMANDS)[number] }>;

export function isListeningCommand(command: RoomCommand): command is ListeningCommand {
  return LISTENING_COMMANDS.some((type) => type === command.type);
}

export function decideListening(asking: Asking, command: ListeningCommand): Decision {
  const { state, by } = asking;
  const found = findAsk(state, command.askId);
  if (!found) return reject('not-found');
  const { round, ask } = found;
  if (command.type === 'RateSelf') return rateSelf(round, ask, by, command.value);
  if (round.candidateId === by) return reject('not-allowed');
  if (memberOf(state, by)?.role === 'candidate') return reject('not-allowed');
  if (command.type === 'WriteNote') return writeNote(ask, by, command);
  if (command.type === 'DeleteNote') {
    const known = ask.notes.some((note) => note.memberId === by && note.noteId === command.noteId);
    return known ? accept({ type: 'NoteDeleted', askId: ask.askId, noteId: command.noteId }) : nothing;
  }
  if (round.phase === 'published') return reject('wrong-phase');
  switch (command.type) {
    case 'MarkPoint':
      return markPoint(state, ask, by, command);
    case 'MarkStar': {
      const { askId, letter, atMs } = command;
      if ((ask.stars[by]?.[letter] ?? null) === atMs) return nothing;
      return accept({ type: 'StarMarked', askId, letter, atMs });
    }
    case 'SubmitRating':
      return submitRating(state, ask, by, command.value);
    case 'RateAgain':
      if (!ask.reveal) return reject('not-revealed');
      if (!mayRate(state, by)) return reject('not-a-rater');
      if (ask.second[by]?.value === command.value) return nothing;
      return accept({ type: 'RatedAgain', askId: ask.askId, value: command.value });
    case 'RevealRatings':
      return revealRatings(state, ask);
    default:
      return assertNever(command);
  }
}

/** Observers rate for practice: stored for them alone, and left out of every count. */
function mayRate(state: RoomState, by: string): boolean {
  return memberOf(state, by)?.role === 'observer' || ratersOf(state).includes(by);
}

/** A note is its author's own: it is taken at any time, so that one typed through a lost connection is kept. */
function writeNote(
  ask: Ask,
  by: string,
  command: Extract<ListeningCommand, { type: 'WriteNote' }>,
): Decision {
  const { askId, noteId, text, atMs, shared } = command;
  const mine = ask.notes.filter((note) => note.memberId === by);
  const known = mine.find((note) => note.noteId === noteId);
  if (known && known.text === text && known.shared === shared && known.atMs === atMs) return nothing;
  if (!known && mine.length >= LIMITS.notesPerAsk) return reject('too-many');
  return accept({ type: 'NoteWritten', askId, noteId, text, atMs, shared });
}

function markPoint(
  state: RoomState,
  ask: Ask,
  by: string,
  command: Extract<ListeningCommand, { type: 'MarkPoint' }>,
): Decision {
  const { askId, pointId, mark } = command;
  if (!itemOf(state, ask.itemId)?.points.some((point) => point.id === pointId)) return reject('not-found');
  if (ask.reveal) return reject('already-revealed');
  if ((ask.ticks[by]?.[pointId]?.mark ?? null) === mark) return nothing;
  return accept({ type: 'PointMarked', askId, pointId, mark });
}

function submitRating(state: RoomState, ask: Ask, by: string, value: number | null): Decision {
  if (!mayRate(state, by)) return reject('not-a-rater');
  if (ask.reveal) return reject('already-revealed');
  if (!mayBeRevealed(ask)) return reject('not-live');
  if (ask.first[by]?.value === value) return nothing;
  return accept({ type: 'RatingSubmitted', askId: ask.askId, value });
}

function revealRatings(state: RoomState, ask: Ask): Decision {
  if (ask.reveal) return nothing;
  if (!mayBeRevealed(ask)) return reject('not-live');
  const panel = ratersOf(state);
  if (!panel.some((memberId) => memberId in ask.first)) return reject('not-rated');
  return accept({ type: 'AskRevealed', askId: ask.askId, panel });
}

function rateSelf(round: Round, ask: Ask, by: string, value: number | null): Decision {
  if (round.candidateId !== by) return reject('not-allowed');
  if (round.phase !== 'deliberating' && round.phase !== 'debrief') return reject('wrong-phase');
  if (ask.selfRating?.value === value) return nothing;
  return accept({ type: 'SelfRated', askId: ask.askId, value });
}
