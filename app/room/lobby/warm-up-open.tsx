'use client';

import { useState } from 'react';
import { useIsHost, useMine, useOnline, useSend } from '@/app/live/use-room';
import { useCalled } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import type { MyWarmUp, WarmUpSlice } from '@/server/protocol/view-warm-up';
import { questionId, SampleToRate } from './sample-to-rate';
import { allRatedInWords } from './warm-up-words';

type OpenWarmUp = Extract<WarmUpSlice, { kind: 'open' }>;
type Mine = NonNullable<MyWarmUp>;

const nameOf = (no: number) => `sample/${no}`;

const NOTHING: Mine = { ratings: [], keys: [], agreed: false, counts: true };

/** One sample after the other, each rated before anybody says what it is worth; then what the panel as one made of them. */
export function WarmUpOpen({ warmUp }: { warmUp: OpenWarmUp }) {
  const mine = useMine((own) => own.warmUp) ?? NOTHING;
  const isHost = useIsHost();
  const online = useOnline();
  const send = useSend();
  const isDone = mine.ratings.length === warmUp.samples.length;
  // Which sample is read: the next comes when somebody has read what the pack says of this one.
  const [read, setRead] = useState(() => Math.min(mine.ratings.length, warmUp.samples.length - 1));
  const sample = warmUp.samples[read];
  const isLast = read === warmUp.samples.length - 1;
  return (
    <div className="flex flex-col gap-5 pt-4">
      {sample ? <Sample key={sample.no} sample={sample} of={warmUp.samples.length} mine={mine} /> : null}
      {mine.ratings.length > read && !isLast ? (
        <Button
          variant="primary"
          className="self-start"
          data-heir={questionId(nameOf(read + 2))}
          onClick={() => setRead(read + 1)}
        >
          Next sample
        </Button>
      ) : null}
      {isDone ? <Together warmUp={warmUp} mine={mine} /> : null}
      {isHost ? (
        <Button
          size="sm"
          className="self-start"
          disabled={!online}
          onClick={() => void send({ type: 'EndWarmUp' })}
        >
          {isDone ? 'Close the warm-up' : 'Skip the warm-up'}
        </Button>
      ) : null}
    </div>
  );
}

interface SampleProps {
  sample: OpenWarmUp['samples'][number];
  of: number;
  mine: Mine;
}

function Sample({ sample: { no, prompt, text }, of, mine }: SampleProps) {
  const send = useSend();
  const given = mine.ratings[no - 1];
  const key = mine.keys[no - 1];
  return (
    <SampleToRate
      name={nameOf(no)}
      heading="h3"
      kicker={`Sample ${no} of ${of}`}
      prompt={prompt}
      text={text}
      rated={given === undefined || !key ? null : { given, key }}
      onGive={(value) => send({ type: 'RateSample', no, value })}
      after="How far you are from the pack is for you alone."
    />
  );
}

/** How the panel is spread, without names until all agree. */
function Together({
  warmUp: { done, of, agreed, spread, opened },
  mine,
}: {
  warmUp: OpenWarmUp;
  mine: Mine;
}) {
  const send = useSend();
  const online = useOnline();
  const isHost = useIsHost();
  const rates = useMine((own) => own.rates) ?? false;
  const name = useCalled();
  return (
    <section aria-label="The panel together" className="rounded border border-line p-4 text-sm">
      {of === 0 || done < of ? (
        <>
          <p role="status">
            {done} of {of} have rated both samples.
          </p>
          {isHost && done > 0 ? (
            <Button
              size="sm"
              className="mt-3"
              disabled={!online}
              onClick={() => void send({ type: 'ShowSpread' })}
            >
              Go on without the rest
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <p className="font-medium">{allRatedInWords(of)}</p>
          <ul className="mt-2 flex flex-col gap-1 empty:hidden">
            {spread?.map((values, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample is known by its place.
              <li key={at} className="tabular">
                Sample {at + 1}: {values.join(', ')}
              </li>
            ))}
          </ul>
          {opened ? (
            <ul className="mt-3 flex flex-col gap-1 border-line border-t pt-3">
              {Object.entries(opened).map(([id, values]) => (
                <li key={id} className="flex justify-between gap-4 tabular">
                  <span>{name(id)}</span>
                  <span>{values.join(' and ')}</span>
                </li>
              ))}
            </ul>
          ) : (
            <div className="mt-3 flex flex-wrap items-center gap-3">
              {rates && mine.counts ? (
                <Button
                  size="sm"
                  aria-disabled={mine.agreed || !online || undefined}
                  onClick={() => void send({ type: 'AgreeToOpen' })}
                >
                  {mine.agreed ? 'You agreed' : 'Open mine if all do'}
                </Button>
              ) : null}
              <p className="text-ink-soft">
                {rates && !mine.counts
                  ? 'You rated after these were shown, so yours are in no list.'
                  : `${agreed} of ${of} agreed. Names open only when everyone does.`}
              </p>
            </div>
          )}
        </>
      )}
    </section>
  );
}
