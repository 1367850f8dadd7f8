import type { Pack, PackProblem, PackWarning } from '../protocol/pack';
import type { Coverage, PackCounts, PackPreview } from '../protocol/pack-library';
import { assemblePack } from './assemble';
import { toBlocks } from './blocks';
import type { GuideDraft } from './drafts';
import { foldGuide } from './fold';
import { readFrontMatter } from './front-matter';
import { isSlug, toSlug } from './ids';
import { type Earnest, inEarnest } from './in-earnest';
import { Ledger } from './ledger';
import { type PreparedSource, prepareSource } from './lines';
import { titleOfFile } from './naming';
import { noQuestions } from './nearest-miss';
import { toOutline } from './outline';
import { shorten } from './parts';
import { withBoldLabels } from './plain-labels';
import { EMPTY_PREVIEW, previewOf } from './preview';
import { splitLines } from './source-lines';
import { doubtUnasked } from './unasked';

/** What reading a source gives, whether it is a pack or not. */
interface Read {
  counts: PackCounts;
  preview: PackPreview;
  /** What was not understood, or only partly. The pack is playable anyway. */
  warnings: PackWarning[];
  /** What became of each line. */
  coverage: Coverage;
}

/** A pack, or why the source is not one: it is not text, asks nothing, or exceeds the limits. */
export type PackReading = Read &
  (
    | {
        ok: true;
        title: string;
        pack: Pack;
        /** Ids of items that the author wrote. */
        named: string[];
        problems: [];
      }
    | { ok: false; title: string | null; pack: null; problems: PackProblem[] }
  );

/**
 * Reads a guide in Markdown; `docs/packs.md` describes the format. Pure, and never throws. `options.id` is used when
 * the front matter names no id; without either, the id is made from the title. `options.name`: the file's name, which
 * gives the title of a guide that has none.
 */
export function readPack(source: string, options: { id?: string; name?: string } = {}): PackReading {
  const prepared = prepareSource(source);
  if (!prepared.ok) return rejected(null, null, [prepared.problem], new Ledger(splitLines(source)));
  const blocks = toBlocks(withBoldLabels(prepared.lines));
  const reading = readBlocks(source, prepared, options, { blocks, asked: [] });
  if (reading.counts.questions + reading.counts.exercises > 0) return reading;
  // Nothing asks outright, so only the shape can tell.
  const earnest = readBlocks(source, prepared, options, inEarnest(blocks));
  return earnest.ok ? earnest : reading;
}

function readBlocks(
  source: string,
  prepared: Extract<PreparedSource, { ok: true }>,
  options: { id?: string; name?: string },
  { blocks, asked }: Earnest,
): PackReading {
  const ledger = new Ledger(splitLines(source));
  const settings = readFrontMatter(prepared.frontMatter, ledger);
  const outline = toOutline(blocks, settings.title !== undefined);
  for (const { span, text } of asked)
    ledger.doubt(
      span,
      'asks-by-shape',
      `"${shorten(text)}" is read as a question, because nothing here asks outright.`,
      ['question', 'leave-out'],
    );
  for (const { line, reason } of prepared.out) ledger.leaveOut({ line, end: line }, reason);
  for (const fence of prepared.openFences)
    ledger.doubt(
      fence,
      'unclosed-fence',
      'This code fence is not closed. It ends where the guide continues.',
      ['close-fence'],
    );
  const title = settings.title ? { text: settings.title, line: settings.line + 1 } : outline.title;
  const read = foldGuide(outline, titleOf(title, options.name), ledger);
  ledger.settle();
  doubtUnasked(blocks, read, ledger);
  const guide = withGroups({ ...read, title, notes: [...settings.notes, ...read.notes] });
  if (!title?.text && !options.name)
    ledger.doubt(
      { line: 1, end: 1 },
      'no-title',
      'The guide has no title. Begin it with a heading of the first level, such as "# Platform panel".',
      ['title'],
    );
  const name = titleOf(title, options.name)?.text ?? 'Untitled guide';
  if (guide.questions.length + guide.exercises.length === 0)
    return rejected(title?.text ?? null, guide, [noQuestions(prepared.lines)], ledger);
  const id = [settings.id, options.id, toSlug(name)].find((wish) => wish && isSlug(wish)) ?? 'pack';
  const { pack, problems } = assemblePack(guide, settings, { id, title: name, source }, ledger);
  if (!pack) return rejected(title?.text ?? null, guide, problems, ledger);
  return {
    ok: true,
    title: pack.title,
    counts: countsOf(guide),
    preview: previewOf(guide),
    pack,
    named: [...guide.questions, ...guide.exercises].flatMap(({ explicitId }) =>
      explicitId !== null && isSlug(explicitId) ? explicitId : [],
    ),
    problems: [],
    warnings: ledger.warnings(),
    coverage: ledger.coverage(),
  };
}

function titleOf(title: GuideDraft['title'], name: string | undefined): GuideDraft['title'] {
  if (title?.text) return title;
  const words = name && titleOfFile(name);
  return words ? { text: words, line: 1 } : null;
}

/** A guide of exercises alone has one group that holds them. */
function withGroups(guide: GuideDraft): GuideDraft {
  if (guide.groups.length > 0 || guide.exercises.length === 0) return guide;
  const group = {
    title: guide.title?.text ?? 'Exercises',
    notes: [],
    definition: null,
    line: 1,
    explicitId: null,
  };
  return {
    ...guide,
    groups: [group],
    exercises: guide.exercises.map((exercise) => ({ ...exercise, group })),
  };
}

function rejected(
  title: string | null,
  guide: GuideDraft | null,
  problems: PackProblem[],
  ledger: Ledger,
): PackReading {
  return {
    ok: false,
    title,
    counts: countsOf(guide),
    preview: guide ? previewOf(guide) : EMPTY_PREVIEW,
    pack: null,
    problems: [...problems].sort((a, b) => a.line - b.line),
    warnings: ledger.warnings(),
    coverage: ledger.coverage(),
  };
}

function countsOf(guide: GuideDraft | null): PackCounts {
  const points = guide?.questions.flatMap((question) => question.points) ?? [];
  return {
    groups: guide?.groups.length ?? 0,
    questions: guide?.questions.length ?? 0,
    keyPoints: points.length,
    contexts: points.filter((point) => point.context !== null).length,
    exercises: guide?.exercises.length ?? 0,
    tips: guide?.tips.length ?? 0,
    answers: guide?.questions.filter(({ answer }) => answer !== null).length ?? 0,
  };
}
