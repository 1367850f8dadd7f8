import { useMine } from '@/app/live/use-room';
import { inOrder } from '@/server/protocol/in-order';
import type { MyFeedback } from '@/server/protocol/mine';

/** The rounds about which I can write, except the one that is shown already. */
export function useEarlierFeedback(besides: string | null): MyFeedback[] {
  const feedback = useMine((mine) => mine.feedback);
  return inOrder(feedback ?? {}).filter(({ roundId }) => roundId !== besides);
}
