'use client';

import { useEffect, useState } from 'react';
import { ask } from '@/app/http';
import { STORY_PARTS } from '@/app/prepare/story-words';
import type { Story } from '@/server/protocol/story';

/** My stories, folded, beside a question about the past. Only where I practise alone. */
export function OwnStories() {
  const [stories, setStories] = useState<readonly Story[]>([]);
  useEffect(() => {
    void ask<Story[]>('GET', '/api/stories').then((answer) => {
      if (answer.ok) setStories(answer.value);
    });
  }, []);
  if (stories.length === 0) return null;
  return (
    <section aria-label="Your stories" className="w-full max-w-prose">
      <p className="kicker border-line border-b pb-1.5">Your stories</p>
      <div className="divide-y divide-line">
        {stories.map((story) => (
          <details key={story.id} className="py-2">
            <summary className="min-h-(--control-sm) rounded py-1 font-medium">{story.title}</summary>
            <dl className="flex flex-col gap-2 pt-1 pb-2 text-sm">
              {STORY_PARTS.filter(({ key }) => story[key].trim() !== '').map(({ key, title }) => (
                <div key={key}>
                  <dt className="text-ink-soft">{title}</dt>
                  <dd className="whitespace-pre-line break-words">{story[key]}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </div>
    </section>
  );
}
