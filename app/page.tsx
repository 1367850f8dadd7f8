import { Suspense } from 'react';
import { Account } from './account/account';
import { currentPrincipal } from './account/current-principal';
import { Home } from './home/home';
import { LatestScorecards, LatestScorecardsSkeleton } from './home/latest-scorecards';
import { MyRooms } from './home/my-rooms';
import { MyScorecards } from './home/my-scorecards';
import { RunningRooms, RunningRoomsSkeleton } from './home/running-rooms';
import { AppShell } from './ui/app-shell';

export default async function Page() {
  const principal = await currentPrincipal();
  return (
    <AppShell current="home" account={<Account />}>
      {principal ? (
        <Home
          rooms={
            <Suspense fallback={<RunningRoomsSkeleton />}>
              <MyRooms principal={principal} />
            </Suspense>
          }
          scorecards={
            <Suspense fallback={<LatestScorecardsSkeleton />}>
              <MyScorecards principal={principal} />
            </Suspense>
          }
        />
      ) : (
        <Home rooms={<RunningRooms rooms={[]} />} scorecards={<LatestScorecards scorecards={[]} now={0} />} />
      )}
    </AppShell>
  );
}
