'use client';

import { useEffect, useState } from 'react';
import { browserStorage } from '@/app/live/key-value';
import { PackText } from '@/app/ui/pack-text';

interface Props {
  roomId: string;
  lines: readonly { text: string; context: string | null }[];
}

/** What to review. What is ticked stays in this browser. */
export function Checklist({ roomId, lines }: Props) {
  const key = `hotseat:prepared:${roomId}`;
  const [done, setDone] = useState<readonly string[]>([]);
  useEffect(() => setDone(read(browserStorage().get(key))), [key]);
  const tick = (text: string, isDone: boolean) => {
    const next = isDone ? [...done, text] : done.filter((other) => other !== text);
    setDone(next);
    browserStorage().set(key, JSON.stringify(next));
  };
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist" className="font-semibold text-xl">
        Checklist
      </h2>
      <ul className="divide-y divide-line pt-1">
        {lines.map(({ text, context }) => (
          <li key={text}>
            <label className="flex min-h-(--control-md) cursor-pointer items-start gap-3 py-3 text-sm">
              <input
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 accent-ink"
                checked={done.includes(text)}
                onChange={(event) => tick(text, event.target.checked)}
              />
              <span className="min-w-0">
                <PackText>{text}</PackText>
                {context ? (
                  <span className="block pt-1 text-ink-soft">
                    <PackText>{context}</PackText>
                  </span>
                ) : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function read(kept: string | null): string[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}
