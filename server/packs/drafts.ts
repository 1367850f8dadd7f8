import type { Anchors, Exercise, Group, PackProblem, Question, Tip } from '../protocol/pack';
import type { IssueMark, Statement } from './points';

/** What was read, before it has ids: every part keeps its line, so that a problem can name it. */
export type GroupDraft = Pick<Group, 'title' | 'notes'> & { line: number; explicitId: string | null };

type ItemDraft = {
  line: number;
  explicitId: string | null;
  followUps: Statement[];
  anchors: Anchors | null;
  level: string | null;
  targetSeconds: number | null;
  notes: string[];
};

export type QuestionDraft = ItemDraft &
  Pick<Question, 'prompt' | 'why' | 'weakAnswers' | 'behavioural'> & {
    group: GroupDraft;
    points: Statement[];
  };

export type ExerciseDraft = ItemDraft &
  Pick<Exercise, 'title' | 'prompt' | 'language' | 'original' | 'improved' | 'hints'> & {
    group: GroupDraft | null;
    /** Name of a group given by `**Competency:**`; it wins over the group that the exercise stands in. */
    competency: { text: string; line: number } | null;
    points: (Statement & IssueMark)[];
    reasons: Statement[];
  };

export type GuideDraft = {
  title: { text: string; line: number } | null;
  notes: string[];
  groups: GroupDraft[];
  questions: QuestionDraft[];
  exercises: ExerciseDraft[];
  tips: Tip[];
};

export type Report = (problem: PackProblem) => void;
