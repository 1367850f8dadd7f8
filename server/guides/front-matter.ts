import { type Document, isMap, parseDocument } from 'yaml';
import { z } from 'zod';
import { rawText } from './blocks';
import { isSlug } from './ids';
import type { Ledger } from './ledger';
import type { FrontMatterText } from './lines';
import { toNotes } from './parts';

const weight = z.strictObject({
  weight: z.number().positive().max(10),
  reason: z.string().trim().min(1).max(4_000),
});

const settings = z.object({
  id: z.string().refine(isSlug).optional(),
  title: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{C}*$/u)
    .optional(),
  weights: z.record(z.string(), weight).optional(),
});

export type FrontMatter = {
  id?: string;
  title?: string;
  weights?: Record<string, z.infer<typeof weight>>;
  line: number;
  /** Other tools' settings (tags, layout, …), as they were written: one of ours that is misspelt shows among them. */
  notes: string[];
};

const HINTS: Record<string, string> = {
  id: 'Write letters and digits joined by single dashes, such as "id: oyster-panel".',
  title: 'Write a text of up to 200 characters, such as "title: Platform panel".',
  weights:
    'Write each as "group-id: { weight: 2, reason: why it weighs more }", with a weight above 0 and up to 10.',
};

/** Reads the settings above a guide: `id`, `title` and `weights` (by group id or title, each with its reason). */
export function readFrontMatter(source: FrontMatterText | null, ledger: Ledger): FrontMatter {
  if (!source) return { line: 1, notes: [] };
  const span = { line: 1, end: source.text.split('\n').length + 2 };
  ledger.use(span);
  const document = parseDocument(source.text, { prettyErrors: false, logLevel: 'error' });
  const bad = (line: number, message: string, hint: string) =>
    ledger.doubt({ line, end: line }, 'bad-front-matter', `${message} It is kept as a note. ${hint}`);
  const broken = document.errors[0];
  if (broken) {
    bad(
      lineAt(source, broken.pos[0]),
      `The front matter is not YAML: ${broken.message}`,
      'Write "key: value" on each line.',
    );
    return { line: source.line, notes: toNotes([rawText(source.text, span)], 'Front matter') };
  }
  const notes = notesOf(document, source);
  const parsed = settings.safeParse(toPlain(() => document.toJS({ maxAliasCount: 10 })));
  if (parsed.success) return { ...parsed.data, line: source.line, notes };
  const lines = source.text.split('\n');
  for (const key of new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))) {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    bad(
      source.line + Math.max(0, at),
      `The front matter's ${key || 'text'} cannot be used.`,
      HINTS[key] ?? 'Write "key: value" on each line.',
    );
  }
  return { line: source.line, notes: toNotes([rawText(source.text, span)], 'Front matter') };
}

function notesOf({ contents }: Document.Parsed, { text, line }: FrontMatterText): string[] {
  const others = isMap(contents)
    ? contents.items.filter(({ key }) => !Object.hasOwn(settings.shape, String(key)))
    : [];
  const texts = others.map(({ key, value }) => text.slice(key.range[0], (value ?? key).range[1]));
  return toNotes(
    texts.map((other) => rawText(other, { line, end: line })),
    'Front matter',
  );
}

function toPlain(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function lineAt(source: FrontMatterText, offset: number): number {
  const lines = source.text.split('\n').length;
  return source.line + Math.min(lines, source.text.slice(0, offset).split('\n').length) - 1;
}
