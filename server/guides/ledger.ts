import type { PackEdit, PackFix, PackWarning } from '../protocol/pack';
import type { Coverage, CoverageKind } from '../protocol/pack-library';
import type { Span } from './blocks';
import { type Asked, type Fix, fixesOf } from './fixes';

type Doubt = Span & { code: string; message: string; fixes: readonly Fix[] };
type Answered = Omit<Doubt, 'fixes'> & { fixes: PackFix[] };

/** What became of each line of the source, and what was not understood. */
export class Ledger {
  private readonly fates: ({ kind: CoverageKind; reason: string | null } | null)[];
  private readonly doubts: Doubt[] = [];
  private readonly questions: Asked[] = [];
  private readonly doubted = new Set<number>();
  /** Words that the author called an answer: they may ask in passing. */
  readonly told: string[] = [];

  constructor(private readonly lines: string[]) {
    this.fates = lines.map(() => null);
  }

  use(span: Span): void {
    this.mark(span, 'used', null);
  }

  /** What was read as a question, for the fixes of others. */
  ask(asked: Asked): void {
    this.questions.push(asked);
  }

  note(span: Span): void {
    this.mark(span, 'note', null);
  }

  /** `reason` ends the sentence "Left out: …". */
  leaveOut(span: Span, reason: string): void {
    this.mark(span, 'left-out', reason);
  }

  private mark({ line, end }: Span, kind: CoverageKind, reason: string | null): void {
    for (let at = line; at <= end && at <= this.fates.length; at += 1) this.fates[at - 1] = { kind, reason };
  }

  /** `fixes`: what one click can do about it, the likeliest first. */
  doubt(span: Span, code: string, message: string, fixes: readonly Fix[]): void {
    this.doubts.push({ ...span, code, message, fixes });
    for (let at = span.line; at <= span.end; at += 1) this.doubted.add(at);
  }

  isDoubted({ line }: Span): boolean {
    return this.doubted.has(line);
  }

  fateOf(line: number): CoverageKind {
    return this.fates[line - 1]?.kind ?? 'left-out';
  }

  /** Reports every line that became nothing. */
  settle(): void {
    for (const [at, text] of this.lines.entries()) {
      if (this.fates[at] || isBlank([text])) continue;
      // A line of `===` or `---` shares the fate of its heading.
      const above = UNDERLINE.test(text) ? this.fates[at - 1] : null;
      if (above) {
        this.fates[at] = above;
        continue;
      }
      const span = { line: at + 1, end: at + 1 };
      this.leaveOut(span, UNKNOWN);
      this.doubt(span, 'not-understood', 'This line was not understood. It is left out.', [
        'question',
        'answer',
        'leave-out',
      ]);
    }
  }

  /** Many doubts with one code are one warning, at the first of them. */
  warnings(): PackWarning[] {
    const byCode = new Map<string, Answered[]>();
    const asked = byLine(this.questions);
    for (const doubt of this.doubts.sort((a, b) => a.line - b.line)) {
      const alike = byCode.get(doubt.code) ?? [];
      alike.push({ ...doubt, fixes: fixesOf(this.lines, doubt, doubt.fixes, asked) });
      byCode.set(doubt.code, alike);
    }
    return [...byCode.values()]
      .flatMap((all) => (all.length > MANY ? [gathered(all)] : all.map(toWarning)))
      .sort((a, b) => a.line - b.line);
  }

  /** Every line with content. A line that became nothing is reported as left out. */
  coverage(): Coverage {
    const spans: Coverage['spans'] = [];
    const counts = { used: 0, note: 0, 'left-out': 0 };
    for (const [at, text] of this.lines.entries()) {
      if (isBlank([text])) continue;
      const { kind, reason } = this.fates[at] ?? { kind: 'left-out' as const, reason: UNKNOWN };
      counts[kind] += 1;
      const last = spans.at(-1);
      const goesOn = last && last.kind === kind && last.reason === reason && isBlank(this.lines, last.to, at);
      if (goesOn) last.to = at + 1;
      else spans.push({ from: at + 1, to: at + 1, kind, reason });
    }
    const lines = counts.used + counts.note + counts['left-out'];
    return { lines, used: counts.used, notes: counts.note, leftOut: counts['left-out'], spans };
  }
}

/** More warnings with one code than this become one row. */
const MANY = 3;
const UNKNOWN = 'not understood';
const UNDERLINE = /^\s{0,3}(?:=+|-+)\s*$/;

function byLine(questions: readonly Asked[]): Map<number, string> {
  return new Map(questions.map(({ line, text }) => [line, text]));
}

/** Several fixes may mark the same neighbour. */
function withoutTwins(edits: PackEdit[]): PackEdit[] {
  const own = new Set<number>();
  return edits.filter(({ from }) => !own.has(from) && own.add(from));
}

function isBlank(lines: string[], from = 0, to = lines.length): boolean {
  return lines.slice(from, to).every((line) => /^[\s>]*$/.test(line));
}

function toWarning({ line, code, message, fixes }: Answered): PackWarning {
  return { line, code, message, lines: [line], fixes };
}

function gathered(all: Answered[]): PackWarning {
  const [first] = all;
  const { line = 1, code = '', message = '' } = first ?? {};
  const kinds = [...new Set(all.flatMap((doubt) => doubt.fixes.map(({ kind }) => kind)))];
  const fixes = kinds.map((kind): PackFix => {
    const edits = withoutTwins(
      all.flatMap((doubt) => doubt.fixes.find((fix) => fix.kind === kind)?.edits ?? []),
    );
    return { line, kind, name: null, edits };
  });
  const message2 = `${message} There are ${all.length} like it.`;
  return { line, code, message: message2, lines: all.map((doubt) => doubt.line), fixes };
}
