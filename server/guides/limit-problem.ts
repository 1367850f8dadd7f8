import type { PackProblem } from '../protocol/pack';
import type { GuideDraft } from './drafts';

/** The schema's issues with a whole pack, as far as people are told about them. */
export type LimitIssue = {
  path: PropertyKey[];
  code: string;
  message: string;
  maximum?: unknown;
  origin?: string;
};

/** In the singular and the plural. */
const NAMES: Record<string, readonly [string, string]> = {
  title: ['The title', 'titles'],
  prompt: ['The question', 'questions'],
  why: ['The reason for asking', 'reasons'],
  level: ['The level', 'levels'],
  language: ['The language of the code', 'languages'],
  original: ['The original code', 'codes'],
  improved: ['The improved version', 'versions'],
  weightReason: ['The reason of the weight', 'reasons'],
  groups: ['The competency', 'competencies'],
  questions: ['The question', 'questions'],
  exercises: ['The exercise', 'exercises'],
  tips: ['A tip', 'tips'],
  notes: ['A note', 'notes'],
  points: ['A key point', 'key points'],
  followUps: ['A follow-up', 'follow-ups'],
  weakAnswers: ['A weak answer', 'weak answers'],
  anchors: ['An anchor', 'anchors'],
  hints: ['A hint', 'hints'],
  reasons: ['A reason', 'reasons'],
  lines: ['The lines of an issue', 'lines'],
};
const HOLDERS: Record<string, string> = {
  groups: 'A competency',
  questions: 'A question',
  exercises: 'An exercise',
};
const FIELDS: Record<string, string> = { context: 'The context', when: 'The time to use it' };

/** The limit that a guide exceeds: the line, the limit, and what to do. */
export function limitProblem(issue: LimitIssue, guide: GuideDraft): PackProblem {
  const { path, code, maximum, origin, message: said } = issue;
  const line = lineOf(path, guide, code === 'too_big' && origin === 'array' ? Number(maximum) : null);
  const name = nameOf(path);
  if (path[2] === 'targetSeconds') {
    const most = path[0] === 'exercises' ? '120:00' : '60:00';
    const message = 'The target time is too short or too long.';
    return { line, code: 'bad-target', message, hint: `Write a time from 0:15 to ${most}.` };
  }
  if (code !== 'too_big') {
    const isEmpty = code === 'too_small' && origin === 'string';
    const message = isEmpty ? `${name} has no words.` : `${name} cannot be kept as it is: ${said}.`;
    return { line, code: 'not-valid', message, hint: 'Write it, or remove it.' };
  }
  const most = Number(maximum).toLocaleString('en');
  if (origin === 'array') {
    const last = String(path.findLast((step) => typeof step === 'string'));
    const holder =
      last === 'lines' ? 'An issue' : typeof path[1] === 'number' ? HOLDERS[String(path[0])] : 'A pack';
    const several = NAMES[last]?.[1] ?? 'parts';
    const message = `${holder ?? 'A part'} can have at most ${most} ${several}, and here are more.`;
    return { line, code: 'too-big', message, hint: 'Leave some out, or split it up.' };
  }
  const message = `${name} is longer than ${most} characters.`;
  return { line, code: 'too-big', message, hint: 'Shorten it, or split it up.' };
}

function nameOf(path: PropertyKey[]): string {
  const steps = path.filter((step) => typeof step === 'string').map(String);
  const last = steps.at(-1) ?? '';
  if (FIELDS[last]) return FIELDS[last];
  const known = steps.findLast((step) => NAMES[step]);
  return NAMES[known ?? '']?.[0] ?? 'A part';
}

/** The line of the named part, or of the first item beyond the limit of a list of the pack. */
function lineOf(
  [list, index, part, partIndex]: PropertyKey[],
  guide: GuideDraft,
  most: number | null,
): number {
  const drafts = draftsOf(guide, list);
  const draft = drafts[typeof index === 'number' ? index : (most ?? -1)];
  const parts = draft && part !== undefined ? Reflect.get(draft, part) : null;
  const inner = Array.isArray(parts) && typeof partIndex === 'number' ? parts[partIndex] : null;
  return inner?.line ?? draft?.line ?? guide.title?.line ?? 1;
}

function draftsOf(guide: GuideDraft, list: PropertyKey | undefined): readonly { line: number }[] {
  if (list === 'groups') return guide.groups;
  if (list === 'questions') return guide.questions;
  return list === 'exercises' ? guide.exercises : [];
}
