import type { ExerciseDraft, GroupDraft, QuestionDraft } from './drafts';
import type { Ledger } from './ledger';
import { shorten } from './parts';

/** Code without planted issues is a question about that code; the improved version is its answer. */
export function asQuestion(exercise: ExerciseDraft, group: GroupDraft, ledger: Ledger): QuestionDraft {
  ledger.doubt(
    exercise,
    'exercise-without-issues',
    `The exercise "${shorten(exercise.title)}" lists nothing that is wrong with its code. It is asked as a question, with the code. Write **Issues:** and a list to make it an exercise.`,
    ['question'],
  );
  const { line, end, explicitId, competency, followUps, samples, anchors, level, tags, notWith, notes } =
    exercise;
  const shared = {
    line,
    end,
    explicitId,
    competency,
    followUps,
    samples: [],
    anchors,
    level,
    tags,
    notWith,
  };
  const answer = exercise.improved ? `\`\`\`${exercise.language ?? ''}\n${exercise.improved}\n\`\`\`` : null;
  const seconds = exercise.targetSeconds;
  return {
    ...shared,
    group,
    prompt: exercise.prompt === exercise.title ? exercise.title : `${exercise.title}: ${exercise.prompt}`,
    code: { language: exercise.language, text: exercise.original },
    why: null,
    points: exercise.reasons,
    answer,
    weakAnswers: [],
    behavioural: false,
    classic: false,
    facts: [],
    milestones: [],
    targetSeconds: seconds !== null && seconds <= 3_600 ? seconds : null,
    notes: [...notes, ...exercise.hints, ...samples.map(({ text }) => text.slice(0, 3_900))],
  };
}
