'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useNamelessPost } from '@/app/account/use-guest-post';
import { Button } from '@/app/ui/button';
import type { TryOutSeat } from '@/server/protocol/try-out';

const SEATS: { seat: TryOutSeat; words: string }[] = [
  { seat: 'panel', words: 'Sit on the panel' },
  { seat: 'steer', words: 'Steer it' },
  { seat: 'hot-seat', words: 'Take the hot seat' },
  { seat: 'observe', words: 'Just watch' },
];

/** One press from here to a round among simulated people. */
export function TryIt({ signedIn }: { signedIn: boolean }) {
  const { send, pending, failure } = useNamelessPost(signedIn);
  const [chosen, setChosen] = useState<TryOutSeat | null>(null);

  async function enter(seat: TryOutSeat) {
    if (!pending) setChosen(seat);
    const room = await send<{ roomId: string }>('/api/try-outs', { seat });
    if (room) location.assign(`/room/${room.roomId}`);
  }

  return (
    <section aria-labelledby="try" className="flex flex-col items-start gap-1 py-8 md:py-10 md:pr-6 lg:pr-12">
      <h2 id="try" className="font-semibold text-xl">
        Try it with a simulated panel
      </h2>
      <p className="max-w-[44ch] text-ink-soft">
        Everyone else in the room is simulated. Three questions, about five minutes. The room is deleted after
        a day and appears in no history.
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        {SEATS.map(({ seat, words }) => (
          <Button
            key={seat}
            size="lg"
            pending={pending && chosen === seat}
            aria-disabled={(pending && chosen !== seat) || undefined}
            onClick={() => void enter(seat)}
          >
            {words}
          </Button>
        ))}
      </div>
      <Link
        href="/sample"
        className="inline-flex min-h-(--control-sm) items-center pt-3 text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
      >
        See a sample scorecard
      </Link>
      {failure ? (
        <p role="alert" className="pt-3 text-sm">
          {failure}
        </p>
      ) : null}
    </section>
  );
}
