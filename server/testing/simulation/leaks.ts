import { channelOf } from '../../room/core/state';
import type { SentFrame } from './history';
import type { Past } from './past';

const MARKED = /(private|shared|message|verdict|reflection)~(mb_[a-z0-9]+)~[a-z0-9]+/g;
/** A hint of an exercise: its item, and its number. */
const HINT = /hint~(\w+)~(\d)/g;
/** The maximum delay (ms) after which a process shows what it wrote. */
const LATE_MS = 100;

/** Frames with words that their reader may not know, or not yet. */
export function leaks(frames: readonly SentFrame[], past: Past, writtenAt: readonly number[]): string[] {
  const opened = openings(past);
  const given = hintsGiven(past);
  return frames.flatMap((sent) => {
    const { text } = sent;
    const words = [...text.matchAll(MARKED)].filter(([, , author]) => author !== sent.to);
    const hints = [...text.matchAll(HINT)].filter(
      ([hint]) => sent.events < (given.get(hint) ?? Number.POSITIVE_INFINITY),
    );
    if (words.length === 0 && hints.length === 0 && !text.includes('packsecret')) return [];
    const channels = past.states
      .slice(seatsFrom(sent, writtenAt), sent.events)
      .map((state) => channelOf(state, sent.to));
    const isOutside = !channels.includes('host') && !channels.includes('panel');
    const who = `${sent.to} (${[...new Set(channels)].join(', ')})`;
    return [
      ...(isOutside && text.includes('packsecret') ? [`${who} got a secret of the pack`] : []),
      ...(isOutside ? hints.map(([hint]) => `${who} got ${hint} before it was given`) : []),
      ...words.flatMap(([word, kind]) => {
        const isKept = kind === 'private' || kind === 'reflection';
        const isEarly =
          (kind === 'verdict' || kind === 'shared') &&
          sent.events < (opened.get(word) ?? Number.POSITIVE_INFINITY);
        return isKept || isOutside || isEarly ? [`${who} got ${word}`] : [];
      }),
    ];
  });
}

/** The first of the states that may still have been shown when a frame was sent. */
function seatsFrom({ at, events }: SentFrame, writtenAt: readonly number[]): number {
  let from = Math.max(0, events - 1);
  while (from > 0 && (writtenAt[from] ?? 0) > at - LATE_MS) from -= 1;
  return from;
}

/** After how many events each hint was given. */
function hintsGiven({ events }: Past): Map<string, number> {
  const items = new Map<string, string>();
  const given = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    if (event.type === 'ItemPushed') items.set(event.askId, event.itemId);
    if (event.type !== 'HintGiven') continue;
    const hint = `hint~${items.get(event.askId)}~${event.no}`;
    given.set(hint, Math.min(index + 1, given.get(hint) ?? index + 1));
  }
  return given;
}

/** After how many events each shared note and verdict was open to the panel, by its text. */
function openings({ events }: Past): Map<string, number> {
  const words = new Map<string, { of: string; at: number }>();
  const opened = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    const at = index + 1;
    if (event.type === 'NoteWritten') words.set(event.text, { of: event.askId, at });
    if (event.type === 'VerdictSubmitted') words.set(event.rationale, { of: event.roundId, at });
    if (event.type === 'AskRevealed') opened.set(event.askId, at);
    if (event.type === 'VerdictsOpened') opened.set(event.roundId, at);
  }
  return new Map(
    [...words].map(([word, { of, at }]) => [word, Math.max(at, opened.get(of) ?? Number.POSITIVE_INFINITY)]),
  );
}
