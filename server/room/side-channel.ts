import { LIMITS } from '../protocol/words';
import { withRound } from './core/change';
import { type Commands, type Evolvers, listeners } from './core/concept';
import { accept, reject } from './core/decision';
import { inRound } from './core/occasions';

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
