import type { ReactNode } from 'react';
import { Beginnings } from './beginnings';
import { PractiseAlone } from './practise-alone';
import { Seats } from './seats';

type HomeProps = {
  /** A round among simulated people, for those who may join. */
  tryIt: ReactNode;
  /** RunningRooms or its skeleton. */
  rooms: ReactNode;
  /** LatestScorecards or its skeleton. */
  scorecards: ReactNode;
};

/** What Hotseat is, two ways to start, and below them what is mine. */
export function Home({ tryIt, rooms, scorecards }: HomeProps) {
  return (
    <>
      <div className="flex flex-col justify-between gap-10 border-line border-b pt-12 md:flex-row md:items-end md:pt-20">
        <h1 className="font-semibold text-prompt md:pb-12">
          Live panel interviews.
          <span className="block text-ink-soft">Ask together, score alone, reveal at once.</span>
        </h1>
        <Seats className="w-56 shrink-0 md:w-72 lg:w-88" />
      </div>
      <Beginnings />
      {tryIt ? (
        <div className="grid divide-line border-line border-t max-md:divide-y md:grid-cols-2 md:divide-x">
          {tryIt}
          <PractiseAlone />
        </div>
      ) : null}
      <div className="grid gap-12 lg:gap-x-24 border-line border-t pt-10 pb-20 md:grid-cols-2">
        {rooms}
        {scorecards}
      </div>
    </>
  );
}
