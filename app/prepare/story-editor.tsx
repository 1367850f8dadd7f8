'use client';

import { useEffect } from 'react';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Field } from '@/app/ui/field';
import { plural } from '@/app/ui/format';
import { Input, Textarea } from '@/app/ui/input';
import { notify } from '@/app/ui/notify';
import { UNREACHED } from '@/app/unreached';
import { LIMITS } from '@/server/protocol/words';
import type { Saved, StorySaver, StoryState } from './story-saver';
import { StoryTimer } from './story-timer';
import { STORY_PARTS } from './story-words';

interface Props {
  saver: StorySaver;
  state: StoryState;
  onRemove: () => void;
  /** For a story that another device deleted. */
  onKeepAsNew: () => void;
  onLetGo: () => void;
}

const WORDS: Record<Saved, string> = {
  saved: 'Saved',
  saving: 'Saving…',
  'not-yet': 'Not saved yet. Keep this page open: it is tried again.',
  'too-long': 'Not saved: too long.',
  elsewhere:
    'You changed this story on another device. Nothing was written over, and this text is not saved.',
  gone: 'You deleted this story on another device. This text is not saved.',
};

const orSay = async (work: Promise<boolean>) => {
  if (!(await work)) void notify(UNREACHED, { failed: true });
};

/** Title and the four parts, saved while one types, and the timer. */
export function StoryEditor({ saver, state: { text, saved }, onRemove, onKeepAsNew, onLetGo }: Props) {
  useEffect(() => () => saver.fold(), [saver]);
  const isNameless = text.title.trim() === '';
  return (
    <div className="flex flex-col gap-5 pt-2 pb-4">
      <div className="flex flex-col gap-1.5">
        <Field
          label="Title"
          error={
            isNameless
              ? `Give the story a title. Until then it is called “${saver.shown().title}”.`
              : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              value={text.title}
              onChange={(event) => saver.change({ title: event.target.value })}
            />
          )}
        </Field>
        <Counted text={text.title} limit={LIMITS.storyTitle} />
      </div>
      {STORY_PARTS.map(({ key, title, hint }) => (
        <div key={key} className="flex flex-col gap-1.5">
          <Field label={title} hint={`${hint} ${counted(text[key])}`.trim()}>
            {(control) => (
              <Textarea
                {...control}
                value={text[key]}
                onChange={(event) => saver.change({ [key]: event.target.value })}
              />
            )}
          </Field>
          <Counted text={text[key]} limit={LIMITS.storyPart} />
        </div>
      ))}
      <StoryTimer toldMs={text.toldMs} onTold={(toldMs) => saver.change({ toldMs })} />
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="text-ink-soft text-sm">
          {WORDS[saved]}
        </p>
        {saved === 'elsewhere' ? (
          <>
            <Button size="sm" onClick={() => void orSay(saver.keepMine())}>
              Keep this text
            </Button>
            <Button size="sm" onClick={() => void orSay(saver.takeOther())}>
              Take the other
            </Button>
          </>
        ) : null}
        {saved === 'gone' ? (
          <>
            <Button size="sm" onClick={onKeepAsNew}>
              Keep it as a new story
            </Button>
            <Button size="sm" onClick={onLetGo}>
              Let it go
            </Button>
          </>
        ) : (
          <Button size="sm" variant="quiet" className="ml-auto" onClick={onRemove}>
            Delete this story
          </Button>
        )}
      </div>
    </div>
  );
}

function counted(text: string): string {
  const words = text.trim().split(/\s+/u).filter(Boolean).length;
  return words === 0 ? '' : `${plural(words, 'word')} so far.`;
}
