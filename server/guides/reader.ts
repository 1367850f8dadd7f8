import { createHash } from 'node:crypto';
import type { Conversion } from '../protocol/guide-source';
import type { PastedSource, SourceFile } from './convert';
import type { GuideResult, GuideTask } from './guide-tasks';
import { notRead } from './not-read';
import type { PackReading } from './read-pack';
import { openWorkerQueue } from './worker-queue';

/**
 * Reads and converts sources from anybody, outside the thread that serves everybody. `who` is a person or an address.
 * Null when that person, or everybody together, has too many jobs waiting.
 */
export interface PackReader {
  read(source: string, who: string, asker?: ReadAsker): Promise<PackReading | null>;
  convert(given: GivenSource, who: string, asker?: ReadAsker): Promise<Conversion | null>;
  /** The documented form. */
  tidy(source: string, who: string, asker?: ReadAsker): Promise<Tidying | null>;
  /** What it has begun may still take `patienceMs`; everything after that rejects with `RecordUnavailable`. */
  close(patienceMs?: number): Promise<void>;
}

export type GivenSource = { file: SourceFile } | { paste: PastedSource };

/** `markdown` is null if the guide is not a pack, or takes too long. */
export interface Tidying {
  markdown: string | null;
}

export interface ReadAsker {
  /** A person without an account: the worker spends at most two seconds on the source. */
  stranger?: boolean;
  /** Aborted when the asker leaves: their waiting jobs are dropped. */
  signal?: AbortSignal;
}

export interface ReaderInput {
  /** The bundled `read-worker`. */
  file: URL;
  /** Milliseconds of the processor for one source. */
  timeoutMs?: number;
  /** Megabytes of heap. */
  memoryMb?: number;
}

/**
 * The largest ordinary guide (1 MB, 288 questions) takes 0.6 s, and 7.6 s when every core also serves six others. The
 * worst source that the caps let through (endless emphasis) takes 3.5 s.
 */
const TIMEOUT_MS = 10_000;
const STRANGER_MS = 2_000;
const MEMORY_MB = 192;
/** Characters of a small guide; most guides that people edit are small. */
const SMALL = 65_536;
/** Characters of the sources whose readings are kept, so that saving a previewed source does not read it again. */
const KEPT = 4 * 1_048_576;

export function openReader({ file, timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB }: ReaderInput): PackReader {
  // Each has its own worker: a small source never waits for a large one, or for its worker to start.
  const small = openWorkerQueue<GuideTask, GuideResult>(file, memoryMb);
  const large = openWorkerQueue<GuideTask, GuideResult>(file, memoryMb);
  /** By the hash of the source, the oldest first. */
  const kept = new Map<string, { reading: PackReading; length: number }>();

  function run(task: GuideTask, size: number, who: string, { stranger = false, signal }: ReadAsker) {
    const most = stranger ? Math.min(STRANGER_MS, timeoutMs) : timeoutMs;
    return (size <= SMALL ? small : large).run(task, { who, size, timeoutMs: most, signal });
  }

  function keep(source: string, reading: PackReading): void {
    kept.set(hashOf(source), { reading, length: source.length });
    let length = [...kept.values()].reduce((sum, one) => sum + one.length, 0);
    for (const [hash, oldest] of kept) {
      if (length <= KEPT) break;
      kept.delete(hash);
      length -= oldest.length;
    }
  }

  return {
    async read(source, who, asker = {}) {
      const known = kept.get(hashOf(source));
      if (known) return known.reading;
      const done = await run({ kind: 'read', source }, source.length, who, asker);
      if (done === null) return null;
      const reading = done === 'given-up' ? null : done.result.reading;
      if (reading) keep(source, reading);
      return reading ?? tooMuch();
    },
    async convert(given, who, asker = {}) {
      const task: GuideTask = 'file' in given ? { kind: 'file', ...given } : { kind: 'paste', ...given };
      const done = await run(task, sizeOf(given), who, asker);
      if (done === null) return null;
      const { conversion, reading } = done === 'given-up' ? { conversion: null, reading: null } : done.result;
      // It is read next.
      if (conversion?.ok && reading) keep(conversion.markdown, reading);
      return conversion ?? { ok: false, message: `${TOO_MUCH} Split it into several guides.`, table: null };
    },
    async tidy(source, who, asker = {}) {
      const done = await run({ kind: 'tidy', source }, source.length, who, asker);
      return done && { markdown: done === 'given-up' ? null : done.result.tidy };
    },
    close: async (patienceMs) => {
      await Promise.all([small.close(patienceMs), large.close(patienceMs)]);
    },
  };
}

function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

/** A document is compressed: its content is several times as large. */
function sizeOf(given: GivenSource): number {
  return 'file' in given
    ? given.file.bytes.length * (/\.docx$/i.test(given.file.name) ? 8 : 1)
    : given.paste.text.length + (given.paste.html?.length ?? 0);
}

/** Whether a source was given up. Another time it may be read. */
export function isTooMuch({ problems }: PackReading): boolean {
  return problems.some(({ code }) => code === 'too-complex');
}

const TOO_MUCH = 'Reading this guide takes too long.';

function tooMuch(): PackReading {
  const hint = 'Split it into several packs, and leave out what is not a question, an exercise or a tip.';
  return notRead({ line: 1, code: 'too-complex', message: TOO_MUCH, hint });
}
