'use client';

import { clsx } from 'clsx';
import { useMyAsk, usePanel, useSend } from '@/app/live/use-room';
import { useAnswerNow } from '@/app/room/asking/use-answer-now';
import { clock } from '@/app/ui/format';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { STAR_LETTERS, STAR_NAMES } from '@/server/protocol/words';
import { isOver } from '@/server/room/rules';

/** When the answer reached its Situation, Task, Action and Result. A second press clears a mark. */
export function StarMarks({ ask }: { ask: PanelAsk }) {
  const mine = useMyAsk(ask.askId);
  const over = usePanel((view) => isOver(view.round?.phase ?? 'asking'));
  const send = useSend();
  const answerNow = useAnswerNow(ask);
  return (
    <section aria-labelledby="star">
      <h3 id="star" className="sr-only">
        From situation to result
      </h3>
      <ol className="flex items-start">
        {STAR_LETTERS.map((letter, index) => {
          const at = mine?.stars[letter];
          const marked = at !== undefined;
          return (
            <li key={letter} className="flex flex-1 items-center last:flex-none">
              <button
                type="button"
                aria-pressed={marked}
                disabled={over}
                aria-label={STAR_NAMES[letter] + (marked ? `, at ${clock(at)}` : '')}
                onClick={() =>
                  void send({ type: 'MarkStar', askId: ask.askId, letter, atMs: marked ? null : answerNow() })
                }
                className={clsx(
                  'flex min-h-(--control-md) items-center gap-2 rounded px-2.5 text-sm transition-colors',
                  marked
                    ? 'bg-ink text-paper'
                    : 'text-ink-soft inset-ring inset-ring-edge enabled:hover:text-ink',
                )}
              >
                <span className="font-semibold">{letter}</span>
                <span className={marked ? 'tabular' : 'max-sm:hidden'}>
                  {marked ? clock(at) : STAR_NAMES[letter]}
                </span>
              </button>
              {index < STAR_LETTERS.length - 1 ? <span className="mx-1 h-px flex-1 bg-line" /> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
