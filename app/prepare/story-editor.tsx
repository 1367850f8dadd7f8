'use client';

import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { plural } from '@/app/ui/format';
import { Input, Textarea } from '@/app/ui/input';
import type { Story } from '@/server/protocol/story';
import { LIMITS } from '@/server/protocol/words';
import { StoryTimer } from './story-timer';
import { STORY_PARTS } from './story-words';
import { type Saved, useStory } from './use-story';

interface Props {
  story: Story;
  onChange: (story: Story) => void;
  onRemove: () => void;
}

const WORDS: Record<Saved, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  'not-yet': 'Not saved yet. Keep this page open: it is tried again.',
  'too-long': 'Not saved: too long.',
  elsewhere: 'You changed this story on another device. Nothing was written over.',
};

/** Title and the four parts, saved while one types, and the timer. */
export function StoryEditor({ story, onChange, onRemove }: Props) {
  const { text, saved, change, keepMine, takeOther } = useStory(story, onChange);
  return (
    <div className="flex flex-col gap-5 pt-2 pb-4">
      <Field label="Title" error={text.title.trim() === '' ? 'Give the story a title.' : undefined}>
        {(control) => (
          <Input
            {...control}
            value={text.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Counted text={text.title} limit={LIMITS.storyTitle} />
      {STORY_PARTS.map(({ key, title, hint }) => (
        <div key={key} className="flex flex-col gap-1.5">
          <Field label={title} hint={`${hint} ${counted(text[key])}`.trim()}>
            {(control) => (
              <Textarea
                {...control}
                value={text[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Field>
          <Counted text={text[key]} limit={LIMITS.storyPart} />
        </div>
      ))}
      <StoryTimer toldMs={text.toldMs} onTold={(toldMs) => change({ toldMs })} />
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="text-ink-soft text-sm">
          {WORDS[saved]}
        </p>
        {saved === 'elsewhere' ? (
          <>
            <Button size="sm" onClick={() => void keepMine()}>
              Keep this text
            </Button>
            <Button size="sm" onClick={() => void takeOther()}>
              Take the other
            </Button>
          </>
        ) : null}
        <Button size="sm" variant="quiet" className="ml-auto" onClick={onRemove}>
          Delete this story
        </Button>
      </div>
    </div>
  );
}

function counted(text: string): string {
  const words = text.trim().split(/\s+/u).filter(Boolean).length;
  return words === 0 ? '' : `${plural(words, 'word')} so far.`;
}
