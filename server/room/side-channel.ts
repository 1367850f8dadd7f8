import type { ChannelMessage, ChannelSlice } from '../protocol/view-judging';
import { LIMITS } from '../protocol/words';
import { withRound } from './core/change';
import { type Commands, type Evolvers, listeners } from './core/concept';
import { accept, reject } from './core/decision';
import { inRound } from './core/occasions';
import { remembered } from './core/remembered';
import { currentRound, type Member, type RoomState } from './core/state';

/** What the panel and its observers write to each other during a round. */

export type SideChannelEvent = { type: 'MessageSent'; roundId: string; text: string; messageNo: number };

export interface Message {
  id: string;
  memberId: string;
  text: string;
  at: number;
}

export interface SideChannelPart {
  messages: Message[];
}

export const noMessages: SideChannelPart = { messages: [] };

export const commands: Commands<'SendMessage'> = {
  SendMessage: {
    may: listeners,
    decide: inRound(({ round }, { roundId, text }) => {
      if (round.messages.length >= LIMITS.messagesPerRound) return reject('too-many');
      return accept({ type: 'MessageSent', roundId, text, messageNo: round.messages.length + 1 });
    }),
  },
};

export const evolvers: Evolvers<SideChannelEvent> = {
  MessageSent: (state, { roundId, text, messageNo }, { at, by }) =>
    withRound(state, roundId, (round) => ({
      ...round,
      messages: [...round.messages, { id: `m${messageNo}`, memberId: by ?? '', text, at }],
    })),
};

export function channelSlice(state: RoomState): ChannelSlice {
  const messages = currentRound(state)?.messages ?? [];
  const { settings, members } = state;
  const last = told.get(settings);
  if (last?.messages === messages && last.members === members) return last.slice;
  const slice = { messages: messagesAfter(last, messages, members) };
  told.set(settings, { messages, members, slice });
  return slice;
}

interface Told {
  messages: readonly Message[];
  members: readonly Member[];
  slice: ChannelSlice;
}
/** Keyed by a room's settings, a different object in every room. */
const told = new WeakMap<RoomState['settings'], Told>();

/** The view's messages. It takes those that it built before as they are, and adds the new ones. */
function messagesAfter(
  last: Told | undefined,
  messages: readonly Message[],
  members: readonly Member[],
): ChannelSlice['messages'] {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const known = last && goesOn(last, messages, members) ? last : null;
  const from = known?.messages.length ?? 0;
  if (known?.messages.length === messages.length) return known.slice.messages;
  // To copy and add takes a third of the time of building anew, and there may be a thousand messages.
  const all: ChannelSlice['messages'] = Object.assign({}, known?.slice.messages);
  for (const [index, message] of messages.slice(from).entries())
    all[message.id] = messageView(message, from + index + 1, names.get(message.memberId) ?? '');
  return all;
}

const messageView = remembered(
  (message: Message, no: number, name: string) => [message, no, name],
  ({ id, memberId, text, at }, no, name): ChannelMessage => ({ id, no, memberId, name, text, at }),
);

/** Messages are only ever added, so the last one that was built shows whether the new list continues the old one. */
function goesOn(last: Told, messages: readonly Message[], members: readonly Member[]): boolean {
  const { length } = last.messages;
  const isLonger = messages.length >= length && messages[length - 1] === last.messages[length - 1];
  return isLonger && last.members.every(({ name }, index) => name === members[index]?.name);
}
