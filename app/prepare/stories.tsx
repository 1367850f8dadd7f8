'use client';

import { useState } from 'react';
import { ask, post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import type { Story } from '@/server/protocol/story';
import { StoryEditor } from './story-editor';
import { asMarkdown, blankStory, wordsOf } from './story-words';

/** Stories to tell when somebody asks about the past, one of them open. */
export function Stories({ initial }: { initial: readonly Story[] }) {
  const [stories, setStories] = useState(initial);
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const changed = (story: Story) =>
    setStories((before) => before.map((other) => (other.id === story.id ? story : other)));
  async function add() {
    setAdding(true);
    const answer = await post<Story>('/api/stories', blankStory(stories.length + 1));
    setAdding(false);
    if (!answer.ok) return void notify(answer.message, { failed: true });
    setStories([...stories, answer.value]);
    setOpenId(answer.value.id);
  }
  async function remove(path: string, left: readonly Story[]) {
    const answer = await ask<null>('DELETE', path);
    if (answer.ok) setStories(left);
    else void notify(answer.message, { failed: true });
  }
  return (
    <section aria-labelledby="stories">
      <h2 id="stories" className="font-semibold text-xl">
        Your stories
      </h2>
      <p className="max-w-prose pt-2 text-ink-soft text-sm">
        For questions such as “Tell us about a time when…”. They are kept on this server for you alone;
        whoever runs the server could read them. No panel ever sees them.
      </p>
      <ul className="mt-4 divide-y divide-line border-line border-y empty:hidden">
        {stories.map((story) => (
          <li key={story.id} className="py-2">
            <button
              type="button"
              aria-expanded={openId === story.id}
              className="flex min-h-(--control-md) w-full flex-wrap items-baseline justify-between gap-x-4 rounded py-2 text-left"
              onClick={() => setOpenId(openId === story.id ? null : story.id)}
            >
              <span className="min-w-0 break-words font-medium">{story.title}</span>
              <span className="text-ink-soft text-sm">{wordsOf(story)}</span>
            </button>
            {openId === story.id ? (
              <StoryEditor
                story={story}
                onChange={changed}
                onRemove={() =>
                  void remove(
                    `/api/stories/${story.id}`,
                    stories.filter(({ id }) => id !== story.id),
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <Button
          variant={stories.length === 0 ? 'primary' : 'plain'}
          pending={adding}
          onClick={() => void add()}
        >
          Write a story
        </Button>
        {stories.length > 0 ? (
          <>
            <CopyButton variant="quiet" text={asMarkdown(stories)} label="Copy all as Markdown" />
            <Button variant="quiet" onClick={() => void remove('/api/stories', [])}>
              Delete {plural(stories.length, 'story', 'all stories')}
            </Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
