'use client';

import { type FormEvent, useState } from 'react';
import { useNamelessPost } from '@/app/account/use-guest-post';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { Select } from '@/app/ui/input';
import { Segmented } from '@/app/ui/segmented';
import { Switch } from '@/app/ui/switch';
import type { PracticeWish } from '@/server/protocol/try-out';

const COUNTS = ['1', '3', '5', '8'] as const;
type Count = (typeof COUNTS)[number];

const TIMES = [
  { value: '120', label: '2 min' },
  { value: '180', label: '3 min' },
  { value: 'own', label: 'By the pack' },
] as const;
type Time = (typeof TIMES)[number]['value'];

interface Props {
  packs: readonly { id: string; title: string; questions: number }[];
  first: string;
  /** A competency of the first pack. */
  competency: { id: string; title: string } | null;
  signedIn: boolean;
}

export function PracticeForm({ packs, first, competency, signedIn }: Props) {
  const [packId, setPackId] = useState(first);
  const [onlyThat, setOnlyThat] = useState(true);
  const offered = packId === first ? competency : null;
  const [count, setCount] = useState<Count>('3');
  const [time, setTime] = useState<Time>('180');
  const { send, pending, failure } = useNamelessPost(signedIn);

  async function start(event: FormEvent) {
    event.preventDefault();
    const wish: PracticeWish = {
      packId,
      questions: Number(count),
      targetSeconds: time === 'own' ? null : Number(time),
      groupId: onlyThat ? offered?.id : undefined,
    };
    const room = await send<{ roomId: string }>('/api/practice', wish);
    if (room) location.assign(`/room/${room.roomId}`);
  }

  return (
    <form onSubmit={(event) => void start(event)} className="mt-8 flex flex-col items-start gap-6">
      <Field label="Pack" className="w-full max-w-sm">
        {(control) => (
          <Select {...control} value={packId} onChange={({ target }) => setPackId(target.value)}>
            {packs.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {offered ? (
        <Switch
          label={`Only ${offered.title}`}
          checked={onlyThat}
          onChange={({ target }) => setOnlyThat(target.checked)}
        />
      ) : null}
      <Segmented
        legend="Questions"
        name="count"
        value={count}
        onChange={setCount}
        choices={COUNTS.map((value) => ({ value, label: value }))}
        className="w-full max-w-sm"
      />
      <Segmented
        legend="Time for each answer"
        name="time"
        value={time}
        onChange={setTime}
        choices={TIMES}
        className="w-full max-w-sm"
      />
      {failure ? (
        <p role="alert" className="text-sm">
          {failure}
        </p>
      ) : null}
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Take a seat
      </Button>
    </form>
  );
}
