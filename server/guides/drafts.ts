import type { BriefPart, Exercise, Group, Question, Tip } from '../protocol/pack';
import type { IssueMark, Statement } from './points';

/** What was read, before it has ids. Every part keeps its line, so that a problem can name it. */
export type GroupDraft = Pick<Group, 'title' | 'notes' | 'definition'> & {
  line: number;
  explicitId: string | null;
};

export type FollowUpDraft = Statement & { facts: string | null };
/** `heard` and `partial` are positions in the list of points, from 1. */
export type SampleDraft = Omit<Question['samples'][number], 'heard' | 'partial'> & {
  heard: number[];
  partial: number[];
};

type ItemDraft = Pick<Question, 'anchors' | 'level' | 'targetSeconds' | 'tags' | 'notWith'> & {
  line: number;
  end: number;
  explicitId: string | null;
  /** Name of a group given by `**Competency:**`. It takes precedence over the group that the item is in. */
  competency: { text: string; line: number; end: number } | null;
  followUps: FollowUpDraft[];
  samples: SampleDraft[];
  notes: string[];
};

export type QuestionDraft = ItemDraft &
  Pick<
    Question,
    'prompt' | 'code' | 'answer' | 'why' | 'weakAnswers' | 'behavioural' | 'classic' | 'facts' | 'milestones'
  > & {
    group: GroupDraft;
    points: Statement[];
  };

export type ExerciseDraft = ItemDraft &
  Pick<
    Exercise,
    'title' | 'prompt' | 'language' | 'original' | 'improved' | 'hints' | 'afterHint' | 'checks'
  > & {
    group: GroupDraft | null;
    points: (Statement & IssueMark)[];
    reasons: Statement[];
  };

export type GuideDraft = {
  title: { text: string; line: number } | null;
  brief: BriefPart[];
  notes: string[];
  groups: GroupDraft[];
  questions: QuestionDraft[];
  exercises: ExerciseDraft[];
  tips: Tip[];
};
