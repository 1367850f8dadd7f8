'use client';

import { PanelCode } from '@/app/room/code/panel-code';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { CodeBlock } from '@/app/ui/code-block';
import { PackText } from '@/app/ui/pack-text';
import type { PanelAsk } from '@/server/protocol/view-asking';

type Exercise = Extract<PackItem, { kind: 'exercise' }>;

interface Props {
  /** Null for an exercise that has not been pushed yet. */
  ask: PanelAsk | null;
  item: Exercise;
  live: boolean;
}

/** The code as the candidate sees it, and, for the panel alone, the reference with its reasons. */
export function ExerciseCode({ ask, item, live }: Props) {
  const language = item.language ? `, in ${item.language}` : '';
  return (
    <div className="flex flex-col gap-3">
      {ask ? (
        <PanelCode ask={ask} item={item} live={live} />
      ) : (
        <CodeBlock
          code={item.original}
          label={`The code to improve${language}`}
          language={item.language}
          className="max-h-80 overflow-y-auto"
        />
      )}
      {item.improved || item.reasons.length > 0 ? (
        <details className="group">
          <summary className="min-h-(--control-sm) py-1 text-ink-soft text-sm hover:text-ink">
            Reference and reasons, for the panel alone
          </summary>
          <div className="flex flex-col gap-3 pt-2">
            {item.improved ? (
              <CodeBlock
                code={item.improved}
                label={`An improved version${language}`}
                language={item.language}
                className="max-h-80"
              />
            ) : null}
            <ul className="flex flex-col gap-2">
              {item.reasons.map((reason) => (
                <li key={reason.id} className="text-sm">
                  <PackText>{reason.text}</PackText>
                  {reason.context ? (
                    <span className="block text-ink-soft">
                      <PackText>{reason.context}</PackText>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        </details>
      ) : null}
    </div>
  );
}
