import { Suspense } from 'react';
import { doorway } from '@/server/doorway';
import { Account } from './account/account';
import { currentPrincipal } from './account/current-principal';
import { Home } from './home/home';
import { HomeListSkeleton } from './home/home-list';
import { LatestScorecards } from './home/latest-scorecards';
import { MyRooms } from './home/my-rooms';
import { MyScorecards } from './home/my-scorecards';
import { RunningRooms } from './home/running-rooms';
import { TryIt } from './home/try-it';
import { AppShell } from './ui/app-shell';

export default async function Page() {
  const principal = await currentPrincipal();
  return (
    <AppShell current="home" account={<Account />}>
      {principal ? (
        <Home
          tryIt={<TryIt signedIn />}
          rooms={
            <Suspense fallback={<HomeListSkeleton title="Running rooms" />}>
              <MyRooms principal={principal} />
            </Suspense>
          }
          scorecards={
            <Suspense fallback={<HomeListSkeleton title="Latest scorecards" />}>
              <MyScorecards principal={principal} />
            </Suspense>
          }
        />
      ) : (
        <Home
          tryIt={doorway().identity.guests ? <TryIt signedIn={false} /> : null}
          rooms={<RunningRooms rooms={[]} />}
          scorecards={<LatestScorecards scorecards={[]} now={0} />}
        />
      )}
    </AppShell>
  );
}
