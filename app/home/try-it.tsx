'use client';

import { useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import type { TryOutSeat } from '@/server/protocol/try-out';

const SEATS: { seat: TryOutSeat; words: string }[] = [
  { seat: 'panel', words: 'Sit on the panel' },
  { seat: 'steer', words: 'Steer it' },
  { seat: 'hot-seat', words: 'Take the hot seat' },
  { seat: 'observe', words: 'Just watch' },
];

/** What a visitor without a name is called in the room. */
const VISITOR = 'You';

/** One press from here to a round among simulated people. */
export function TryIt({ signedIn }: { signedIn: boolean }) {
  const [pending, setPending] = useState<TryOutSeat | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function enter(seat: TryOutSeat) {
    setPending(seat);
    setProblem(null);
    const rejected = signedIn ? null : await enterAsGuest(VISITOR);
    const answer = rejected === null ? await post<{ roomId: string }>('/api/try-outs', { seat }) : null;
    if (answer?.ok) return location.assign(`/room/${answer.value.roomId}`);
    setProblem(rejected ?? answer?.message ?? null);
    setPending(null);
  }

  return (
    <section aria-labelledby="try" className="flex flex-col items-start gap-1 py-8 md:py-10 md:pr-6 lg:pr-12">
      <h2 id="try" className="font-semibold text-xl">
        Try it with a simulated panel
      </h2>
      <p className="max-w-[44ch] text-ink-soft">
        Everyone else in the room is simulated. Three questions, about five minutes; the room is gone in a day
        and appears in no history.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        {SEATS.map(({ seat, words }) => (
          <Button
            key={seat}
            size="lg"
            pending={pending === seat}
            aria-disabled={(pending !== null && pending !== seat) || undefined}
            onClick={() => void enter(seat)}
          >
            {words}
          </Button>
        ))}
      </div>
      {problem ? (
        <p role="alert" className="pt-3 text-sm">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
