import { type Document, isMap, parseDocument } from 'yaml';
import { z } from 'zod';
import { rawText, type Span } from './blocks';
import type { Rewriting } from './fixes';
import { isSlug } from './ids';
import type { Ledger } from './ledger';
import type { FrontMatterText } from './lines';
import { toNotes } from './parts';
import { asFence, withoutSetting } from './setting-fixes';

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

/** Without front matter, its only line is the first. */
export type FrontMatter = Span & {
  id?: string;
  title?: string;
  weights?: Record<string, z.infer<typeof weight>>;
  /** Other tools' settings (tags, layout, …), as written. A misspelt setting of ours shows among them. */
  notes: string[];
};

const HINTS: Record<string, string> = {
  id: 'Write letters and digits joined by single dashes, such as "id: oyster-panel".',
  title: 'Write a text of up to 200 characters, such as "title: Platform panel".',
  weights:
    'Write each as "group-id: { weight: 2, reason: why it weighs more }", with a weight above 0 and up to 10.',
};

/**
 * Reads the settings above a guide: `id`, `title` and `weights` (by group id or title, each with its reason). An
 * invalid setting becomes a note; the others still apply.
 */
export function readFrontMatter(source: FrontMatterText | null, ledger: Ledger): FrontMatter {
  if (!source) return { line: 1, end: 1, notes: [] };
  const span = { line: 1, end: source.text.split('\n').length + 2 };
  ledger.use(span);
  const document = parseDocument(source.text, { prettyErrors: false, logLevel: 'error' });
  const bad = (line: number, message: string, hint: string, fix: Rewriting) =>
    ledger.doubt({ line, end: line }, 'bad-front-matter', `${message} It is kept as a note. ${hint}`, [fix]);
  const asNote = () => ({ ...span, notes: toNotes([rawText(source.text, span)], 'Front matter') });
  const broken = document.errors[0];
  const values = broken ? null : toPlain(() => document.toJS({ maxAliasCount: 10 }));
  if (broken || typeof values !== 'object' || values === null || Array.isArray(values)) {
    const why = broken ? `is not YAML: ${broken.message}` : 'cannot be used.';
    const line = broken ? lineAt(source, broken.pos[0]) : source.line;
    bad(line, `The front matter ${why}`, 'Write "key: value" on each line.', asFence(span));
    return asNote();
  }
  const { error } = settings.safeParse(values);
  const wrong = new Set(error?.issues.map(({ path }) => String(path[0])));
  const lines = source.text.split('\n');
  for (const key of wrong) {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    const line = source.line + Math.max(0, at);
    bad(line, `The front matter's ${key} cannot be used.`, HINTS[key] ?? '', withoutSetting(span, [key]));
  }
  const good = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  return { ...settings.parse(good), ...span, notes: notesOf(document, source, wrong) };
}

/** What is not a setting of ours, or is invalid. */
function notesOf(
  { contents }: Document.Parsed,
  { text, line }: FrontMatterText,
  wrong: ReadonlySet<string>,
): string[] {
  const others = isMap(contents)
    ? contents.items.filter(
        ({ key }) => !Object.hasOwn(settings.shape, String(key)) || wrong.has(String(key)),
      )
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
