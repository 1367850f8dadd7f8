import { useEffect, useSyncExternalStore } from 'react';
import type { Story } from '@/server/protocol/story';
import { saverOf } from './savers';
import { StoryEditor } from './story-editor';
import { wordsOf } from './story-words';

interface Props {
  story: Story;
  isOpen: boolean;
  onToggle: () => void;
  onRemove: () => void;
  onKeepAsNew: () => void;
  onLetGo: () => void;
}

/** A story's title and how far it is; open, its editor. */
export function StoryRow({ story, isOpen, onToggle, ...rest }: Props) {
  const saver = saverOf(story);
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);
  useEffect(() => saver.adopt(story), [saver, story]);
  const shown = saver.shown();
  const isUnsaved = state.saved !== 'saved' && state.saved !== 'saving';
  return (
    <li className="py-2">
      <button
        type="button"
        aria-expanded={isOpen}
        className="flex min-h-(--control-md) w-full flex-wrap items-baseline justify-between gap-x-4 rounded py-2 text-left"
        onClick={onToggle}
      >
        <span className="min-w-0 break-words font-medium">{shown.title}</span>
        <span className="text-ink-soft text-sm">
          {wordsOf(shown)}
          {isUnsaved ? ' · not saved' : ''}
        </span>
      </button>
      {isOpen ? <StoryEditor saver={saver} state={state} {...rest} /> : null}
    </li>
  );
}
