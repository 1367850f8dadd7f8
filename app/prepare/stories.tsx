'use client';

import { useState } from 'react';
import { ask, post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { notify } from '@/app/ui/notify';
import type { Story, StoryText } from '@/server/protocol/story';
import { DeleteAll } from './delete-all';
import { dropSaver, saverOf } from './savers';
import { StoryRow } from './story-row';
import { asMarkdown, blankStory } from './story-words';

/** Stories to tell when somebody asks about the past, one of them open. */
export function Stories({ initial }: { initial: readonly Story[] }) {
  const [stories, setStories] = useState(initial);
  const [openId, setOpenId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  /** Null where it failed, and the person has been told. */
  const added = async (text: StoryText): Promise<Story | null> => {
    const answer = await post<Story>('/api/stories', text);
    if (answer.ok) return answer.value;
    void notify(answer.message, { failed: true });
    return null;
  };
  const taken = ({ id }: Story) => {
    dropSaver(id);
    setStories((before) => before.filter((other) => other.id !== id));
  };
  async function add() {
    setAdding(true);
    const story = await added(blankStory(stories.length + 1));
    setAdding(false);
    if (!story) return;
    setStories((before) => [...before, story]);
    setOpenId(story.id);
  }
  async function remove(story: Story) {
    const place = stories.indexOf(story);
    const { title, ...text } = saverOf(story).shown();
    const answer = await ask<null>('DELETE', `/api/stories/${story.id}`);
    if (!answer.ok) return void notify(answer.message, { failed: true });
    taken(story);
    const putBack = async () => {
      const again = await added({ title, ...text });
      if (again) setStories((before) => before.toSpliced(place, 0, again));
    };
    void notify(`Deleted “${title}”`, { action: { label: 'Undo', run: () => void putBack() } });
  }
  async function keepAsNew(story: Story) {
    const again = await added(saverOf(story).shown());
    if (!again) return;
    dropSaver(story.id);
    setStories((before) => before.map((other) => (other.id === story.id ? again : other)));
    setOpenId(again.id);
  }
  async function removeAll() {
    const answer = await ask<null>('DELETE', '/api/stories');
    if (!answer.ok) return void notify(answer.message, { failed: true });
    for (const { id } of stories) dropSaver(id);
    setStories([]);
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
          <StoryRow
            key={story.id}
            story={story}
            isOpen={openId === story.id}
            onToggle={() => setOpenId(openId === story.id ? null : story.id)}
            onRemove={() => void remove(story)}
            onKeepAsNew={() => void keepAsNew(story)}
            onLetGo={() => taken(story)}
          />
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
          <CopyButton
            variant="quiet"
            text={() => asMarkdown(stories.map((story) => saverOf(story).shown()))}
            label="Copy all as Markdown"
          />
        ) : null}
        {stories.length > 1 ? <DeleteAll count={stories.length} onDelete={removeAll} /> : null}
      </div>
    </section>
  );
}
