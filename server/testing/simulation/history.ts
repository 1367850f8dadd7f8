import { createHash, type Hash } from 'node:crypto';
import type { Command, CommandBody } from '../../protocol/commands';
import type { Known } from '../../protocol/replica';
import type { Ack, CodeBody, CursorFrame } from '../../protocol/wire';
import type { StoredUpdate } from '../../runtime/code-record';
import type { Append } from '../../runtime/ports';
import { fingerprint } from './fingerprint';

/** One attempt to get a command done, in numbers of events that the record held. */
export interface Attempt {
  by: string;
  commandId: string;
  command: Command;
  askedAt: number;
  /** The server's time (ms) when it was asked. */
  at: number;
  /** Null if no answer arrived. */
  answer: { ack: Ack; at: number } | null;
}

/** An attempt to write in a text, in the same numbers. */
export interface Writing {
  by: string;
  askId: string;
  /** The update, as text. */
  update: string;
  askedAt: number;
  answer: { ack: Ack; at: number } | null;
}

/** An update that the record took, and how many events it held then. */
export interface Written {
  by: string;
  askId: string;
  update: string;
  events: number;
}

/** A part of a text, or a cursor in it, that was sent to a person. */
export interface Shown {
  to: string;
  askId: string;
  /** Null for a part of the text. */
  cursor: CursorFrame | null;
  /** How many events the process had read, or the record held when it was asked; and how many the record held then. */
  known: number;
  events: number;
}

/** A frame or an answer that was sent to a person, and how many events the record held then. */
export interface SentFrame {
  to: string;
  text: string;
  at: number;
  events: number;
}

/** What a person saw after a frame, and how many events the record held then. */
export interface Look {
  by: string;
  /** A person may have several. */
  window: string;
  audience: string;
  view: number;
  mine: number;
  events: number;
}

/** What is typed in texts is Chinese characters, each of which is there once: no code that was given has any. */
const FIRST_TYPED = 0x3400;
const LAST_TYPED = 0x9fff;
export const isTyped = (character: string): boolean =>
  character.charCodeAt(0) >= FIRST_TYPED && character.charCodeAt(0) <= LAST_TYPED;

/** From chance, for people and the log: it is another one in each run. */
const REFERENCE = /"reference":"[0-9a-f]{8}"/g;

/** Everything that happened in a world, as its people and its record know it, and a hash of all of it in order. */
export class History {
  readonly attempts: Attempt[] = [];
  readonly frames: SentFrame[] = [];
  readonly looks: Look[] = [];
  readonly writings: Writing[] = [];
  readonly written: Written[] = [];
  readonly shown: Shown[] = [];
  /** Characters that were typed and that a window called saved, with the ask in whose text they are. */
  readonly saved = new Map<string, string>();
  /** Characters that somebody deleted, whether the room took that or not. */
  readonly deleted = new Set<string>();
  /** Characters whose deletion a window called saved, with their ask. */
  readonly gone = new Map<string, string>();
  /** When (ms) each event was written, by the right time. */
  readonly writtenAt: number[] = [];
  /** When (ms) people were connected, as their own end knows it. */
  readonly connected: { memberId: string; from: number; until: number }[] = [];
  readonly problems: string[] = [];
  readonly counts: Record<string, number> = {};
  readonly #hash: Hash = createHash('sha256');
  #typed = 0;
  readonly #now: () => number;
  readonly #events: () => number;
  /** Null if nobody wants to read them. */
  readonly lines: string[] | null;

  constructor(now: () => number, events: () => number, keepsLines: boolean) {
    this.#now = now;
    this.#events = events;
    this.lines = keepsLines ? [] : null;
  }

  say(line: string): void {
    const text = `${this.#now()} ${line.replaceAll(REFERENCE, '"reference":"…"')}\n`;
    this.#hash.update(text);
    this.lines?.push(text);
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** So many characters that nobody else types in this world. */
  characters(count: number): string {
    const from = FIRST_TYPED + this.#typed;
    this.#typed += count;
    if (from + count > LAST_TYPED) throw new RangeError('this world has too few characters');
    return String.fromCharCode(...Array.from({ length: count }, (_, index) => from + index));
  }

  stored({ commandId, events }: Append): void {
    for (const _ of events) this.writtenAt.push(this.#now());
    this.say(`record ${commandId} ${JSON.stringify(events)}`);
  }

  asked(by: string, { commandId, command }: CommandBody): (ack: Ack | null) => void {
    const attempt: Attempt = {
      by,
      commandId,
      command,
      askedAt: this.#events(),
      at: this.#now(),
      answer: null,
    };
    this.attempts.push(attempt);
    this.say(`${by} asks ${commandId} ${JSON.stringify(command)}`);
    return (ack) => {
      this.say(`${by} is answered ${commandId} ${JSON.stringify(ack)}`);
      if (ack) attempt.answer = { ack, at: this.#events() };
    };
  }

  writes(by: string, { askId, update }: CodeBody): (ack: Ack | null) => void {
    const text = wordsOf(update);
    const writing: Writing = { by, askId, update: text, askedAt: this.#events(), answer: null };
    this.writings.push(writing);
    this.say(`${by} writes ${askId} ${text}`);
    return (ack) => {
      this.say(`${by} is answered ${askId} ${text} ${JSON.stringify(ack)}`);
      if (ack) writing.answer = { ack, at: this.#events() };
    };
  }

  storedText(askId: string, { by, no, update }: StoredUpdate): void {
    const text = wordsOf(update);
    this.say(`record ${askId} ${no} ${by} ${text}`);
    this.written.push({ by, askId, update: text, events: this.#events() });
  }

  /** `known`: how many events were known where it was sent. */
  shows(to: string, askId: string, cursor: CursorFrame | null, known: number): void {
    this.shown.push({ to, askId, cursor, known, events: this.#events() });
  }

  /** Asks for what a text has become. */
  reads(by: string, askId: string): (isAnswered: boolean) => void {
    const known = this.#events();
    return (isAnswered) => {
      if (isAnswered) this.shows(by, askId, null, known);
    };
  }

  sent(to: string, text: string): void {
    this.say(`to ${to} ${text}`);
    this.frames.push({ to, text, at: this.#now(), events: this.#events() });
  }

  looked(by: string, window: string, { audience, view, mine }: Known): void {
    this.looks.push({
      by,
      window,
      audience,
      view: fingerprint(view),
      mine: fingerprint(mine),
      events: this.#events(),
    });
  }

  /** The same for two worlds in which the same happened at the same times. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }
}

function wordsOf(update: Uint8Array): string {
  return Buffer.from(update).toString('base64');
}
