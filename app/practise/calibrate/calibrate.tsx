'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, post } from '@/app/http';
import { RatingScale } from '@/app/room/listening/rating-scale';
import { distanceInWords } from '@/app/room/lobby/warm-up-words';
import { AnswerText } from '@/app/ui/answer-text';
import { Button } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import { notify } from '@/app/ui/notify';
import { PackText } from '@/app/ui/pack-text';
import type { CalibrationKey, CalibrationSample } from '@/server/protocol/calibration';

interface Props {
  packs: readonly { id: string; title: string }[];
  packId: string;
  first: readonly CalibrationSample[];
}

const nameOf = ({ itemId, index }: CalibrationSample) => `${itemId}/${index}`;

/** The samples of a pack, two at a time. */
export function Calibrate({ packs, packId, first }: Props) {
  const router = useRouter();
  const [samples, setSamples] = useState(first);
  const [rated, setRated] = useState(0);
  const more = async () => {
    const answer = await ask<CalibrationSample[]>(
      'GET',
      `/api/calibration?pack=${encodeURIComponent(packId)}`,
    );
    if (!answer.ok) return void notify(answer.message, { failed: true });
    setSamples(answer.value);
    setRated(0);
  };
  return (
    <div className="flex flex-col gap-10 pt-8">
      <Field
        label="Pack"
        hint="A question whose sample you read counts as heard: no room of peers deals it to you while it has others."
        className="max-w-sm"
      >
        {(control) => (
          <Select
            {...control}
            value={packId}
            onChange={(event) =>
              router.push(`/practise/calibrate?pack=${encodeURIComponent(event.target.value)}`)
            }
          >
            {packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {samples.length === 0 ? (
        <EmptyState title="Nothing left to rate">
          You rated every sample answer of this pack, or it has none. Choose another.
        </EmptyState>
      ) : (
        samples
          .slice(0, rated + 1)
          .map((sample) => (
            <Sample
              key={nameOf(sample)}
              packId={packId}
              sample={sample}
              onRead={() => setRated(Math.max(rated, samples.indexOf(sample) + 1))}
            />
          ))
      )}
      {samples.length > 0 && rated === samples.length ? (
        <Button className="self-start" onClick={() => void more()}>
          Two more
        </Button>
      ) : null}
    </div>
  );
}

interface SampleProps {
  packId: string;
  sample: CalibrationSample;
  onRead: () => void;
}

function Sample({ packId, sample, onRead }: SampleProps) {
  const { itemId, index, prompt, text } = sample;
  const [given, setGiven] = useState<number | null>(null);
  const [key, setKey] = useState<CalibrationKey | null>(null);
  const rate = async (value: number | null) => {
    if (value === null || given !== null) return;
    setGiven(value);
    const answer = await post<CalibrationKey>('/api/calibration', { packId, itemId, index, value });
    if (!answer.ok) {
      setGiven(null);
      return void notify(answer.message, { failed: true });
    }
    setKey(answer.value);
    onRead();
  };
  return (
    <article className="flex flex-col gap-3">
      <h2 className="max-w-prose font-semibold text-lg">
        <PackText>{prompt}</PackText>
      </h2>
      <blockquote className="max-w-prose border-line border-l-2 pl-4 text-sm">
        <AnswerText>{text}</AnswerText>
      </blockquote>
      {key === null || given === null ? (
        <RatingScale
          legend="My rating of this sample"
          name={nameOf(sample)}
          value={given ?? undefined}
          onChange={(value) => void rate(value)}
        />
      ) : (
        <div className="text-sm" role="status">
          <p className="font-medium text-base">{distanceInWords(given, key.rating)}</p>
          {key.notHigher ? (
            <p className="mt-2">
              <span className="text-ink-soft">Why not higher: </span>
              <PackText>{key.notHigher}</PackText>
            </p>
          ) : null}
          {key.notLower ? (
            <p className="mt-2">
              <span className="text-ink-soft">Why not lower: </span>
              <PackText>{key.notLower}</PackText>
            </p>
          ) : null}
        </div>
      )}
    </article>
  );
}
