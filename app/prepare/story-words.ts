import { clock } from '@/app/ui/format';
import type { StoryText } from '@/server/protocol/story';
import { LIMITS } from '@/server/protocol/words';

/** The parts in their order, with what each is about. */
export const STORY_PARTS = [
  { key: 'situation', title: 'Situation', hint: 'Where and when was it, and what was at stake?' },
  { key: 'task', title: 'Task', hint: 'What was yours to do?' },
  { key: 'action', title: 'Action', hint: 'What did you do, step by step? Say “I”, not “we”.' },
  {
    key: 'result',
    title: 'Result',
    hint: 'What came of it, in numbers if there are any? What did you learn?',
  },
] as const;

/** The length of an answer that a panel listens to (ms). */
export const STORY_MS = 180_000;

export function blankStory(no: number): StoryText {
  return { title: `Story ${no}`, situation: '', task: '', action: '', result: '', toldMs: null };
}

/** How far a story is, in a few words. */
export function wordsOf(story: StoryText): string {
  const missing = STORY_PARTS.filter(({ key }) => story[key].trim() === '');
  const written =
    missing.length === 0
      ? null
      : missing.length === STORY_PARTS.length
        ? 'not written yet'
        : `without ${missing.map(({ title }) => title.toLowerCase()).join(', ')}`;
  return [written, toldInWords(story.toldMs)].filter(Boolean).join(' · ');
}

export function toldInWords(toldMs: number | null): string | null {
  if (toldMs === null) return null;
  return `told in ${clock(toldMs)}${toldMs <= STORY_MS ? '' : ', longer than three minutes'}`;
}

/** A text that is too long is not saved until its writer has shortened it. */
export function isTooLong(story: StoryText): boolean {
  return (
    story.title.trim().length > LIMITS.storyTitle ||
    STORY_PARTS.some(({ key }) => story[key].length > LIMITS.storyPart)
  );
}

/** To take away. */
export function asMarkdown(stories: readonly StoryText[]): string {
  return stories
    .map((story) =>
      [
        `# ${story.title}`,
        ...STORY_PARTS.filter(({ key }) => story[key].trim() !== '').map(
          ({ key, title }) => `**${title}.** ${story[key].trim()}`,
        ),
      ].join('\n\n'),
    )
    .join('\n\n');
}
