import type { Command } from '@/server/protocol/commands';
import type { Mine, MyAsk } from '@/server/protocol/mine';

const emptyAsk = (askId: string): MyAsk => ({
  askId,
  ticks: {},
  stars: {},
  notes: [],
  first: null,
  second: null,
});

function withAsk(mine: Mine, askId: string, change: (ask: MyAsk) => MyAsk): Mine {
  const known = mine.asks.some((ask) => ask.askId === askId);
  const asks = known ? mine.asks : [...mine.asks, emptyAsk(askId)];
  return { ...mine, asks: asks.map((ask) => (ask.askId === askId ? change(ask) : ask)) };
}

function withEntry<K extends string, V>(entries: Partial<Record<K, V>>, key: K, value: V | null) {
  const { [key]: _gone, ...rest } = entries;
  return (value === null ? rest : { ...entries, [key]: value }) as typeof entries;
}

type Note = MyAsk['notes'][number];

function withNote(notes: Note[], note: Note): Note[] {
  const known = notes.some((n) => n.noteId === note.noteId);
  return known ? notes.map((n) => (n.noteId === note.noteId ? { ...note, at: n.at } : n)) : [...notes, note];
}

function overlayOne(mine: Mine, command: Command, at: number): Mine {
  switch (command.type) {
    case 'SetReady':
      return { ...mine, ready: command.ready };
    case 'RaiseHand':
      return { ...mine, hand: command.raised };
    case 'MarkPoint':
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
      const { noteId, text, atMs, shared } = command;
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        notes: withNote(ask.notes, { noteId, text, atMs, shared, at }),
      }));
    }
    case 'DeleteNote':
      return withAsk(mine, command.askId, (ask) => ({
        ...ask,
        notes: ask.notes.filter((n) => n.noteId !== command.noteId),
      }));
    case 'SubmitRating':
      return withAsk(mine, command.askId, (ask) => ({ ...ask, first: { value: command.value } }));
    case 'RateAgain':
      return withAsk(mine, command.askId, (ask) => ({ ...ask, second: { value: command.value } }));
    case 'SubmitVerdict':
      return { ...mine, verdict: { verdict: command.verdict, rationale: command.rationale } };
    case 'WriteReflection':
      return { ...mine, reflection: { text: command.text, shared: command.shared } };
    case 'RateSelf': {
      const others = mine.selfRatings.filter((r) => r.askId !== command.askId);
      return { ...mine, selfRatings: [...others, { askId: command.askId, value: command.value }] };
    }
    default:
      return mine;
  }
}

/** One's own part as it will be once everything pending has arrived. */
export function overlay(mine: Mine, pending: readonly { command: Command; queuedAt: number }[]): Mine {
  return pending.reduce((shown, { command, queuedAt }) => overlayOne(shown, command, queuedAt), mine);
}
