import { useEffect, useRef, useState } from 'react';
import { ask, post } from '@/app/http';
import { useStayOnLeaving } from '@/app/ui/use-stay-on-leaving';
import type { Story, StoryText } from '@/server/protocol/story';
import { isTooLong } from './story-words';

/** After how long without a key a text is saved, and tried again (ms). */
const PAUSE_MS = 800;
const AGAIN_MS = 5_000;

export type Saved = 'saved' | 'saving' | 'not-yet' | 'too-long' | 'elsewhere';

/** A story that is saved while it is typed. `elsewhere`: another device changed it first; nothing is written over. */
export function useStory(story: Story, onChange: (story: Story) => void) {
  const [text, setText] = useState<StoryText>(story);
  const [saved, setSaved] = useState<Saved>(isTooLong(story) ? 'too-long' : 'saved');
  const revision = useRef(story.revision);
  const newest = useRef(text);
  const save = useRef(async () => {});
  useStayOnLeaving(saved === 'too-long' || saved === 'not-yet');
  /** Whether there are words that are not saved. */
  const waits = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), ms);
  };
  useEffect(() => {
    newest.current = text;
    save.current = async () => {
      const sent = newest.current;
      if (sent.title.trim() === '') return;
      const { title, situation, task, action, result, toldMs } = sent;
      const body = { title, situation, task, action, result, toldMs, revision: revision.current };
      if (isTooLong(sent)) {
        setSaved('too-long');
        // The list keeps the words while the editor is closed.
        return onChange({ ...story, ...body });
      }
      const answer = await post<Story>(`/api/stories/${story.id}`, body, 'PUT');
      if (answer.ok) {
        revision.current = answer.value.revision;
        waits.current = newest.current !== sent;
        onChange(answer.value);
        setSaved(waits.current ? 'saving' : 'saved');
      } else if (answer.code === 'changed-meanwhile') {
        waits.current = false;
        setSaved('elsewhere');
      } else {
        setSaved('not-yet');
        later(AGAIN_MS);
      }
    };
  });
  // Closing the editor must not lose the last words.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (waits.current) void save.current();
    },
    [],
  );
  const other = async () => {
    const answer = await ask<Story[]>('GET', '/api/stories');
    return answer.ok ? answer.value.find(({ id }) => id === story.id) : undefined;
  };
  return {
    text,
    saved,
    change: (part: Partial<StoryText>) => {
      setText((before) => ({ ...before, ...part }));
      if (saved === 'elsewhere') return;
      waits.current = true;
      setSaved('saving');
      later(PAUSE_MS);
    },
    /** Writes this text over the other device's. */
    keepMine: async () => {
      const newer = await other();
      if (!newer) return;
      revision.current = newer.revision;
      waits.current = true;
      setSaved('saving');
      later(0);
    },
    takeOther: async () => {
      const newer = await other();
      if (!newer) return;
      revision.current = newer.revision;
      setText(newer);
      onChange(newer);
      setSaved('saved');
    },
  };
}
