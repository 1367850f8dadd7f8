'use client';

import { useCandidate, useMine, useSend } from '@/app/live/use-room';
import { PackText } from '@/app/ui/pack-text';
import { Segmented } from '@/app/ui/segmented';
import { inOrder, ownOf } from '@/server/protocol/in-order';
import type { GreenRoomSlice } from '@/server/protocol/view-judging';
import { RATING_NAMES, RATINGS } from '@/server/protocol/words';

const SKIP = 'skip';
const NONE: NonNullable<GreenRoomSlice>['asks'] = {};
const CHOICES = [
  ...RATINGS.map((value) => ({
    value: String(value),
    label: (
      <>
        {value}
        <span className="sr-only"> {RATING_NAMES[value].toLowerCase()}</span>
      </>
    ),
  })),
  { value: SKIP, label: 'Skip' },
];

/** The candidate's own rating of each answer, given before they see anybody else's. */
export function SelfRatings({ open }: { open: boolean }) {
  const send = useSend();
  const asks = useCandidate((view) => inOrder(view.greenRoom?.asks ?? NONE));
  const given = useMine((mine) => mine.selfRatings) ?? {};
  if (asks.length === 0) return null;
  return (
    <section aria-labelledby="self-ratings">
      <h2 id="self-ratings" className="font-semibold text-lg">
        Rate yourself
      </h2>
      <p className="pt-1 pb-2 text-ink-soft text-sm">
        {open
          ? 'From 1, well below what you wanted, to 5, well above. On the scorecard it appears beside the panel’s.'
          : 'Your ratings of yourself, from before you saw the panel’s.'}
      </p>
      <ol className="divide-y divide-line">
        {asks.map(({ askId, no, prompt }) => {
          const rating = ownOf(given, askId);
          return (
            <li key={askId} className="py-5">
              <Segmented
                name={`self-${askId}`}
                legend={
                  <span className="block pb-1 font-normal text-base">
                    {no}. <PackText>{prompt}</PackText>
                  </span>
                }
                choices={CHOICES}
                disabled={!open}
                value={rating ? String(rating.value ?? SKIP) : null}
                onChange={(choice) =>
                  void send({ type: 'RateSelf', askId, value: choice === SKIP ? null : Number(choice) })
                }
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
