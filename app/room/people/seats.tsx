'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useIsHost } from '@/app/live/use-room';
import { EmptyChair } from './empty-chair';
import { Seat } from './seat';
import { SeatMenu } from './seat-menu';
import { MOST_IN_ARC, seatPlaces } from './seat-places';
import { type Person, usePeople, useRoomSlice } from './use-everybody';

/** The candidate's chair in the middle, the panel around it, observers behind. */
export function Seats({ starterId }: { starterId: string | null }) {
  const people = usePeople();
  const { format } = useRoomSlice();
  const candidate = people.find((person) =>
    format === 'led' ? person.role === 'candidate' && !person.sat : person.id === starterId,
  );
  const panel = people.filter((person) => person.role === 'panelist' && person !== candidate);
  const arc = panel.length <= MOST_IN_ARC;
  const observers = people.filter((person) => person.role === 'observer');
  return (
    <section aria-label="Who is here" className="flex flex-col gap-8">
      <div className={clsx('flex flex-col gap-8', arc && stageHeight(panel.length))}>
        <Panel people={panel} />
        <div
          className={clsx(
            'order-first mx-auto flex size-44 flex-col items-center justify-center gap-2 rounded-full bg-sunken inset-ring inset-ring-line',
            arc && 'sm:-translate-x-1/2 sm:absolute sm:bottom-0 sm:left-1/2',
          )}
        >
          <h2 className="kicker">Hot seat</h2>
          {candidate ? <SeatWithMenu person={candidate} /> : <EmptyChair>{emptyWords(format)}</EmptyChair>}
        </div>
      </div>
      {observers.length > 0 ? <Observers people={observers} /> : null}
    </section>
  );
}

function Panel({ people }: { people: readonly Person[] }) {
  const arc = people.length <= MOST_IN_ARC;
  const places = arc ? seatPlaces(people.length) : [];
  return (
    <div className={clsx(arc && 'sm:contents')}>
      <h2 className="sr-only">The panel</h2>
      <ul className={clsx('flex flex-wrap justify-center gap-x-4 gap-y-6', arc && 'sm:contents')}>
        {people.map((person, at) => (
          <li
            key={person.id}
            className={clsx(
              arc && 'sm:-translate-1/2 transition-[left,top] sm:absolute sm:top-(--y) sm:left-(--x)',
            )}
            style={{ '--x': `${places[at]?.x}%`, '--y': `${places[at]?.y}%` } as Record<string, string>}
          >
            <SeatWithMenu person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Observers({ people }: { people: readonly Person[] }) {
  return (
    <div className="flex flex-col items-center gap-3 border-line border-t pt-5">
      <h2 className="kicker">Observing</h2>
      <ul className="flex flex-wrap justify-center gap-x-4 gap-y-5">
        {people.map((person) => (
          <li key={person.id}>
            <SeatWithMenu person={person} size="md" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SeatWithMenu(props: { person: Person; size?: 'md' | 'lg' }): ReactNode {
  const isHost = useIsHost();
  const menu = isHost && !props.person.me ? <SeatMenu person={props.person} /> : null;
  return <Seat {...props} actions={menu} />;
}

/** The more people are around the chair, the more space they need. */
function stageHeight(seats: number): string {
  if (seats === 0) return 'sm:relative sm:h-44';
  return seats <= 3 ? 'sm:relative sm:h-80 sm:gap-0' : 'sm:relative sm:h-96 sm:gap-0';
}

const emptyWords = (format: 'peer' | 'led') =>
  format === 'led' ? 'The candidate is not here yet' : 'Nobody sits here yet';
