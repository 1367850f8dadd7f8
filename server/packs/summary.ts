import type { Pack } from '../protocol/pack';
import type { PackSummary } from '../protocol/pack-library';

/** What a list of packs shows of one. */
export function summaryOf(pack: Pack): PackSummary {
  return {
    id: pack.id,
    title: pack.title,
    groups: pack.groups.map(({ id, title }) => ({
      id,
      title,
      questions: pack.questions.filter((question) => question.groupId === id).length,
    })),
    questions: pack.questions.length,
    exercises: pack.exercises.length,
  };
}
