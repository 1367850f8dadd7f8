import { PACK_LIMITS } from '../protocol/pack';
import { textIn } from './blocks';
import type { GroupDraft, QuestionDraft } from './drafts';
import { tooMany } from './fixes';
import type { Ledger } from './ledger';
import type { OpenItem } from './open-item';
import {
  anchorsOf,
  followUpsOf,
  inPieces,
  itemsOf,
  listOf,
  milestonesOf,
  samplesOf,
  saysYes,
  secondsOf,
  textsOf,
  toNotes,
  unreadOf,
  withoutAsides,
  wordsOf,
} from './parts';
import { toStatement } from './points';
import { QuestionParts } from './question-parts';
import { doubtPrompt } from './told-in-prompt';

/** Seconds. */
const LONGEST = 3_600;
const TARGET = { most: LONGEST, usual: '3:00' };
/** Characters of an answer. */
const ANSWER = 15_000;

/** Reads a found question. Everything else below it is its answer, or a note. */
export function readQuestion(found: OpenItem, group: GroupDraft, ledger: Ledger): QuestionDraft {
  ledger.use(found);
  ledger.ask(found);
  const sorted = new QuestionParts(found, ledger);
  const { parts } = sorted;
  const all = itemsOf(parts.points);
  const points = all.slice(0, PACK_LIMITS.points);
  const more = all.slice(PACK_LIMITS.points);
  if (more[0])
    ledger.doubt(
      found,
      'many-points',
      `A question can have ${PACK_LIMITS.points} key points. The other ${more.length} are in its answer.`,
      tooMany(more),
    );
  const others = more.map((item) => textIn({ ...item, kind: 'list', ordered: false, items: [item] }));
  const answers = inAnswer([...sorted.answer, others.join('\n')]);
  const anchors = anchorsOf(parts.anchors, ledger);
  const target = secondsOf(parts.target, TARGET, ledger);
  const asides = withoutAsides(found.text);
  const level = wordsOf(parts.level) ?? asides.level ?? found.level;
  const kept = unreadOf(parts, { anchors, target, level });
  doubtPrompt(found, asides.text, ledger);
  return {
    line: found.line,
    end: found.end,
    explicitId: found.id,
    group,
    competency: sorted.competency(),
    prompt: [asides.text, ...sorted.options].join('\n'),
    code: sorted.code,
    why: wordsOf(parts.why),
    points: points.map((item) => toStatement(item)),
    answer: answers[0] ?? null,
    followUps: followUpsOf(parts.followUps),
    weakAnswers: textsOf(parts.weakAnswers),
    anchors,
    samples: samplesOf(sorted.samples, points.length, ledger),
    level: level && level.length <= 40 ? level : null,
    targetSeconds: target ?? inRange(asides.seconds),
    behavioural: saysYes(parts.behavioural),
    classic: parts.classic !== undefined && saysYes(parts.classic),
    tags: listOf(parts.tags),
    notWith: listOf(parts.notWith),
    facts: textsOf(parts.facts),
    milestones: milestonesOf(parts.milestones, ledger),
    notes: [...toNotes(parts.notes?.blocks ?? []), ...kept.flatMap(inPieces), ...answers.slice(1)],
  };
}

function inRange(seconds: number | null): number | null {
  return seconds !== null && seconds >= 15 && seconds <= LONGEST ? seconds : null;
}

/** An answer, and what is too long for it. */
function inAnswer(texts: string[]): string[] {
  const text = texts.filter((part) => part !== '').join('\n\n');
  if (text.length <= ANSWER) return text === '' ? [] : [text];
  return [text.slice(0, ANSWER), ...inPieces(text.slice(ANSWER))];
}
