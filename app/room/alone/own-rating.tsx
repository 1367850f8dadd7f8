'use client';

import { clsx } from 'clsx';
import { useMyAsk, useSend } from '@/app/live/use-room';
import { anchorText } from '@/app/room/listening/anchor-text';
import { RatingScale } from '@/app/room/listening/rating-scale';
import { PackText } from '@/app/ui/pack-text';
import type { Anchors } from '@/server/protocol/pack';
import { RATING_NAMES, RATINGS } from '@/server/protocol/words';

/** My own rating, against what each number says. */
export function OwnRating({ askId, anchors }: { askId: string; anchors: Anchors | null }) {
  const send = useSend();
  const value = useMyAsk(askId)?.first?.value;
  return (
    <section aria-labelledby="own-rating">
      <h3 id="own-rating" className="kicker border-line border-b pb-1.5">
        Rate it
      </h3>
      <div className="pt-3">
        <RatingScale
          legend="My rating of my answer"
          name={`own/${askId}`}
          value={value}
          onChange={(to) => void send({ type: 'RateOwnAnswer', askId, value: to })}
        />
      </div>
      <ol className="flex flex-col pt-3 text-sm">
        {RATINGS.map((rating) => (
          <li
            key={rating}
            className={clsx(
              'flex gap-3 rounded px-2 py-1.5',
              rating === value ? 'bg-sunken text-ink' : 'text-ink-soft',
            )}
          >
            <span className="font-semibold text-ink tabular">{rating}</span>
            <span className="min-w-0">
              <span className="font-medium text-ink">{RATING_NAMES[rating]}.</span>{' '}
              <PackText>{anchorText(anchors, rating)}</PackText>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
