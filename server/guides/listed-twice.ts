import type { GuideDraft, QuestionDraft } from './drafts';
import type { Ledger } from './ledger';
import { toKey } from './naming';

/** A question with nothing below it that appears again with content is an entry of a table of contents. */
export function withoutListedTwice(guide: GuideDraft, ledger: Ledger): void {
  const key = ({ prompt, code }: QuestionDraft) => `${toKey(prompt)} ${code?.text ?? ''}`;
  const isBare = ({ points, answer, code }: QuestionDraft) =>
    points.length === 0 && answer === null && code === null;
  const whole = new Map(guide.questions.filter((one) => !isBare(one)).map((one) => [key(one), one]));
  guide.questions = guide.questions.filter((one) => {
    const other = isBare(one) ? whole.get(key(one)) : undefined;
    if (other) ledger.leaveOut(one, `it is asked on line ${other.line}`);
    return !other;
  });
  const used = new Set(guide.questions.map(({ group }) => group));
  const exercised = new Set(guide.exercises.map(({ group }) => group));
  guide.groups = guide.groups.filter(
    (group) => used.has(group) || exercised.has(group) || group.notes.length > 0,
  );
}
