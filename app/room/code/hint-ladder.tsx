'use client';

import { useOnline, useSend } from '@/app/live/use-room';
import { type PackItem, useIsObserver } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { PanelCode } from '@/server/protocol/code';
import type { PanelAsk } from '@/server/protocol/view-asking';

interface Props {
  ask: PanelAsk;
  item: Extract<PackItem, { kind: 'exercise' }>;
  given: PanelCode['hints'];
  live: boolean;
}

/** The hints in their order: those that were given with their moment, and the next one to give. */
export function HintLadder({ ask, item, given, live }: Props) {
  const send = useSend();
  const isOnline = useOnline();
  const isObserver = useIsObserver();
  const count = Object.keys(given).length;
  if (item.hints.length === 0) return null;
  return (
    <section aria-labelledby="hints" className="flex flex-col gap-1">
      <h3 id="hints" className="kicker">
        Hints
      </h3>
      {item.afterHint ? (
        <p className="text-ink-soft text-sm">
          After a hint: <PackText>{item.afterHint}</PackText>
        </p>
      ) : null}
      <ol className="flex flex-col gap-1 text-sm">
        {item.hints.map((hint, index) => {
          const told = given[String(index + 1)];
          return (
            <li key={hint} className="flex items-start justify-between gap-2">
              <span className={told ? undefined : 'text-ink-soft'}>
                <PackText>{hint}</PackText>
              </span>
              {told ? (
                <span className="shrink-0 tabular">given at {duration(told.atMs)}</span>
              ) : live && !isObserver && index === count ? (
                <Button
                  size="sm"
                  disabled={!isOnline}
                  onClick={() => void send({ type: 'GiveHint', askId: ask.askId, no: index + 1 })}
                >
                  Give hint {index + 1}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
