import type { Command } from '@/server/protocol/commands';
import { ownOf } from '@/server/protocol/in-order';
import type { Mine, MyAsk, MyFeedback, MyNote } from '@/server/protocol/mine';

const emptyAsk = (askId: string): MyAsk => ({
  askId,
  ticks: {},
  stars: {},
  notes: {},
  finds: {},
  first: null,
  second: null,
});

function withAsk(mine: Mine, askId: string, change: (ask: MyAsk) => MyAsk): Mine {
  return { ...mine, asks: { ...mine.asks, [askId]: change(mine.asks[askId] ?? emptyAsk(askId)) } };
}

function withEntry<K extends string, V>(entries: Partial<Record<K, V>>, key: K, value: V | null) {
  const { [key]: _gone, ...rest } = entries;
  return (value === null ? rest : { ...entries, [key]: value }) as typeof entries;
}

function withNote(notes: MyAsk['notes'], note: MyNote): MyAsk['notes'] {
  const known = ownOf(notes, note.noteId);
  return { ...notes, [note.noteId]: known ? { ...note, at: known.at } : note };
}

function withFeedback(mine: Mine, roundId: string, written: Partial<MyFeedback>): Mine {
  const last = ownOf(mine.feedback, roundId);
  return last ? { ...mine, feedback: { ...mine.feedback, [roundId]: { ...last, ...written } } } : mine;
}

function overlayOne(mine: Mine, command: Command, at: number): Mine {
  switch (command.type) {
    case 'SetReady':
      return { ...mine, ready: command.ready };
    case 'RaiseHand':
      return { ...mine, hand: command.raised };
    case 'MarkPoint':
    case 'MarkOwnPoint':
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        ticks: withEntry(ask.ticks, command.pointId, command.mark) as MyAsk['ticks'],
      }));
    case 'MarkStar':
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        stars: withEntry(ask.stars, command.letter, command.atMs),
      }));
    case 'WriteNote': {
      const { noteId, text, atMs, share } = command;
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        notes: withNote(ask.notes, { noteId, text, atMs, share, at }),
      }));
    }
    case 'DeleteNote':
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        notes: withEntry(ask.notes, command.noteId, null) as MyAsk['notes'],
      }));
    case 'AddFind': {
      const { findId, text, lines, place = null, atMs } = command;
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        finds: { ...ask.finds, [findId]: { findId, text, lines, place, atMs } },
      }));
    }
    case 'RemoveFind':
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        finds: withEntry(ask.finds, command.findId, null) as MyAsk['finds'],
      }));
    case 'SubmitRating':
    case 'RateOwnAnswer':
      return withAsk(mine, command.askId, (ask) => ({ ...ask, first: { value: command.value } }));
    case 'RateAgain':
      return withAsk(mine, command.askId, (ask) => ({ ...ask, second: { value: command.value } }));
    case 'SubmitVerdict':
      return { ...mine, verdict: { verdict: command.verdict, rationale: command.rationale } };
    case 'WriteFeedback':
      return withFeedback(mine, command.roundId, { keepDoing: command.keepDoing, workOn: command.workOn });
    case 'WriteSummary':
      return withFeedback(mine, command.roundId, { summary: command.text });
    case 'WriteReflection':
      return { ...mine, reflection: { text: command.text, shared: command.shared } };
    case 'RateSelf':
      return { ...mine, selfRatings: { ...mine.selfRatings, [command.askId]: { value: command.value } } };
    default:
      return mine;
  }
}

/** One's own part as it will be once all pending commands have arrived. */
export function overlay(mine: Mine, pending: readonly { command: Command; queuedAt: number }[]): Mine {
  return pending.reduce((shown, { command, queuedAt }) => overlayOne(shown, command, queuedAt), mine);
}
