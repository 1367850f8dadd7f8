'use client';

import { useState } from 'react';
import { useChange } from '@/app/live/use-change';
import { RatingScale } from '@/app/room/listening/rating-scale';
import { announce } from '@/app/ui/announce';
import { AnswerText } from '@/app/ui/answer-text';
import { Button } from '@/app/ui/button';
import { NotAnother } from '@/app/ui/not-another';
import { PackText } from '@/app/ui/pack-text';
import type { CalibrationKey } from '@/server/protocol/calibration';
import type { RatingValue } from '@/server/protocol/words';
import { distanceInWords } from './warm-up-words';

interface Props {
  /** Unique on the page. */
  name: string;
  heading: 'h2' | 'h3';
  kicker?: string;
  prompt: string;
  text: string;
  /** My rating, and how the pack rates it, once I have given mine. */
  rated: { given: number; key: CalibrationKey } | null;
  onGive: (value: RatingValue) => Promise<unknown>;
  /** A sentence below how the pack rates it. */
  after?: string;
}

/** The id of a sample's question, which takes the focus when the sample is shown. */
export const questionId = (name: string) => `${name}/question`;

/** A sample answer to rate blind. The radios only choose, since arrow keys go through all of them; the button gives the rating. */
export function SampleToRate({ name, heading: Heading, kicker, prompt, text, rated, onGive, after }: Props) {
  const [chosen, setChosen] = useState<RatingValue>();
  const [pending, setPending] = useState(false);
  const worth = rated && distanceInWords(rated.given, rated.key.rating);
  useChange(worth, () => {
    if (worth) announce(worth);
  });
  const give = async () => {
    if (chosen === undefined) return;
    setPending(true);
    await onGive(chosen);
    setPending(false);
  };
  const worthId = `${name}/worth`;
  return (
    <article className="flex flex-col gap-3">
      {kicker ? <p className="kicker">{kicker}</p> : null}
      <Heading id={questionId(name)} tabIndex={-1} className="max-w-prose font-semibold text-lg">
        <PackText>{prompt}</PackText>
      </Heading>
      <blockquote className="max-w-prose border-line border-l-2 pl-4 text-sm">
        <AnswerText>{text}</AnswerText>
      </blockquote>
      {rated ? (
        <div className="max-w-prose text-sm">
          <p id={worthId} tabIndex={-1} className="font-medium text-base">
            {worth}
          </p>
          <dl className="mt-2 flex flex-col gap-2 empty:hidden">
            <NotAnother notHigher={rated.key.notHigher} notLower={rated.key.notLower} />
          </dl>
          {after ? <p className="mt-2 text-ink-soft">{after}</p> : null}
        </div>
      ) : (
        <>
          <RatingScale
            legend="My rating of this sample"
            name={name}
            value={chosen}
            onChange={(value) => setChosen(value ?? undefined)}
            numbersOnly
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button
              variant="primary"
              pending={pending}
              aria-disabled={chosen === undefined || undefined}
              data-heir={worthId}
              onClick={() => void give()}
            >
              {chosen === undefined ? 'Give this rating' : `Give it a ${chosen}`}
            </Button>
            <p className="text-ink-soft text-sm">You can’t change it once you’ve given it.</p>
          </div>
        </>
      )}
    </article>
  );
}
