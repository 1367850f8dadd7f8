import type { Pack, PackProblem } from '../protocol/pack';
import type { PackCounts, PackPreview } from '../protocol/pack-library';
import { assemblePack } from './assemble';
import type { GuideDraft } from './drafts';
import { readFrontMatter } from './front-matter';
import { readGuide } from './guide';
import { isSlug, toSlug } from './ids';
import { readOutline } from './outline';
import { EMPTY_PREVIEW, previewOf } from './preview';
import { prepareSource } from './source';

/** A pack, or everything that keeps the source from being one, by line. Never half of a pack. */
export type PackReading =
  | {
      ok: true;
      title: string;
      counts: PackCounts;
      preview: PackPreview;
      pack: Pack;
      /** Ids of items that the author wrote. */
      named: string[];
      problems: [];
    }
  | {
      ok: false;
      title: string | null;
      counts: PackCounts;
      preview: PackPreview;
      pack: null;
      problems: PackProblem[];
    };

/**
 * Reads a guide in Markdown; `content/README.md` describes the format. Pure, and never throws. `options.id` is
 * used when the front matter names no id; without either, the id is made from the title.
 */
export function readPack(source: string, options: { id?: string } = {}): PackReading {
  const prepared = prepareSource(source);
  if (!prepared.ok) return refused(null, null, [prepared.problem]);
  const problems: PackProblem[] = [];
  const report = (problem: PackProblem) => void problems.push(problem);
  const settings = readFrontMatter(prepared.frontMatter, report);
  const outline = readOutline(prepared.lines, prepared.fenced, settings.title !== undefined);
  problems.push(...outline.problems);
  const title = settings.title ? { text: settings.title, line: settings.line } : outline.title;
  const read = readGuide(outline, title, report);
  const guide = { ...read, notes: [...settings.notes, ...read.notes] };
  reportMissing(guide, problems);
  const id =
    [settings.id, options.id, toSlug(title?.text ?? '')].find((wish) => wish && isSlug(wish)) ?? 'pack';
  const pack = assemblePack(guide, settings, { id, title: title?.text ?? 'Untitled', source }, report);
  if (!pack || problems.length > 0) return refused(title?.text ?? null, guide, problems);
  return {
    ok: true,
    title: pack.title,
    counts: countsOf(guide),
    preview: previewOf(guide),
    pack,
    named: [...guide.questions, ...guide.exercises].flatMap(({ explicitId }) => explicitId ?? []),
    problems: [],
  };
}

function reportMissing(guide: GuideDraft, problems: PackProblem[]): void {
  if (!guide.title?.text) {
    const hint = 'Begin the file with a heading of the first level: "# Platform panel".';
    const line = guide.title?.line ?? 1;
    problems.push({ line, code: 'no-title', message: 'The guide has no title.', hint });
  }
  if (guide.questions.length > 0 || problems.some(({ code }) => code === 'question-without-points')) return;
  const hint =
    'Write "### Competency", below it "**Q1: The question?**", and below that one list item per key point.';
  problems.push({ line: 1, code: 'no-questions', message: 'The guide has no questions.', hint });
}

function refused(title: string | null, guide: GuideDraft | null, problems: PackProblem[]): PackReading {
  const preview = guide ? previewOf(guide) : EMPTY_PREVIEW;
  return { ok: false, title, counts: countsOf(guide), preview, pack: null, problems: worthTelling(problems) };
}

/** An open fence swallows what follows it: what is said of the lines below it would mislead. */
function worthTelling(problems: PackProblem[]): PackProblem[] {
  const open = problems.find(({ code }) => code === 'unclosed-fence');
  return problems
    .filter(
      (problem) => !open || problem === open || (problem.line < open.line && problem.code !== 'no-questions'),
    )
    .sort((a, b) => a.line - b.line);
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
  };
}
