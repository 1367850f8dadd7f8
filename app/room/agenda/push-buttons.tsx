'use client';

import { useOnline } from '@/app/live/use-room';
import type { PackItem } from '@/app/room/shell/use-panel-room';
import { Button, type ButtonProps } from '@/app/ui/button';
import { PUSH_TO, pushWays } from './push-ways';
import { usePush } from './use-push';

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'className'> {
  itemId: string;
  /** Null where only its id is known: then it is pushed as it is. */
  item: PackItem | null;
  /** The name of the one button of a question. */
  label: string;
}

/** Pushes an item. An exercise has a button for each way to run it: the usual one first, and each with its time. */
export function PushButtons({ itemId, item, label, variant, size, className }: Props) {
  const push = usePush();
  const isOnline = useOnline();
  const ways = pushWays(item);
  const look = { size, className, disabled: !isOnline };
  if (ways.length === 0)
    return (
      <Button {...look} variant={variant} onClick={() => void push(itemId)}>
        {label}
      </Button>
    );
  return ways.map(({ mode, time }, no) => (
    <Button
      key={mode}
      {...look}
      variant={no === 0 ? variant : 'plain'}
      onClick={() => void push(itemId, { mode })}
    >
      {PUSH_TO[mode]} <span className="font-normal opacity-80 tabular">{time}</span>
    </Button>
  ));
}

/** Says what the two ways are, under their buttons; nothing for a question. */
export function PushWaysTold({ item }: { item: PackItem | null }) {
  if (pushWays(item).length === 0) return null;
  return (
    <p className="max-w-prose text-ink-soft text-sm">
      Review: they say aloud what they see, then fix one thing. Rewrite: they rewrite it and say why.
    </p>
  );
}
