'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { post } from '@/app/http';
import { questionId, SampleToRate } from '@/app/room/lobby/sample-to-rate';
import { Button } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import { notify } from '@/app/ui/notify';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { CalibrationKey, CalibrationSample } from '@/server/protocol/calibration';

interface Props {
  packs: readonly { id: string; title: string }[];
  packId: string;
}

/** A sample that is shown, and what came of it. */
interface Shown {
  sample: CalibrationSample;
  rated: { given: number; key: CalibrationKey } | null;
}

const TOGETHER = 2;
const nameOf = (no: number) => `sample/${no}`;

/** The samples of a pack, two in a row: each is shown once the one before it is rated. */
export function Calibrate({ packs, packId }: Props) {
  const router = useRouter();
  const { shown, isOver, pending, problem, more, rate } = useSamples(packId);
  const isWaiting = shown.every(({ rated }) => rated);
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
      {shown.map(({ sample, rated }, at) => (
        <SampleToRate
          key={`${sample.itemId}/${sample.index}`}
          name={nameOf(at + 1)}
          heading="h2"
          prompt={sample.prompt}
          text={sample.text}
          rated={rated}
          onGive={(value) => rate(sample, value)}
        />
      ))}
      {isOver ? (
        <EmptyState title="Nothing left to rate">
          You rated every sample answer of this pack, or it has none. Choose another.
        </EmptyState>
      ) : problem ? (
        <div role="alert" className="flex flex-col items-start gap-3 text-sm">
          <p>{problem}</p>
          <Button pending={pending} onClick={() => more()}>
            Try again
          </Button>
        </div>
      ) : isWaiting && shown.length > 0 && shown.length % TOGETHER === 0 ? (
        <Button
          className="self-start"
          pending={pending}
          data-heir={questionId(nameOf(shown.length + 1))}
          onClick={() => more()}
        >
          Two more
        </Button>
      ) : isWaiting ? (
        <SkeletonLines lines={6} />
      ) : null}
    </div>
  );
}

function useSamples(packId: string) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const [isOver, setIsOver] = useState(false);
  const [pending, setPending] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [asks, setAsks] = useState(0);
  const more = useCallback(() => {
    setPending(true);
    setAsks((before) => before + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish for one more asks again.
  useEffect(() => {
    let isGone = false;
    void post<CalibrationSample | null>('/api/calibration/next', { packId }).then((answer) => {
      if (isGone) return;
      setPending(false);
      setProblem(answer.ok ? null : answer.message);
      const sample = answer.ok ? answer.value : null;
      if (sample) setShown((before) => [...before, { sample, rated: null }]);
      else setIsOver(answer.ok);
    });
    return () => {
      isGone = true;
    };
  }, [packId, asks]);
  const rate = async ({ itemId, index }: CalibrationSample, value: number) => {
    const answer = await post<CalibrationKey>('/api/calibration', { packId, itemId, index, value });
    if (!answer.ok) return void notify(answer.message, { failed: true });
    const rated = { given: value, key: answer.value };
    setShown((before) =>
      before.map((one) =>
        one.sample.itemId === itemId && one.sample.index === index ? { ...one, rated } : one,
      ),
    );
    if (shown.length % TOGETHER !== 0) more();
  };
  return { shown, isOver, pending, problem, more, rate };
}
