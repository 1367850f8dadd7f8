import { Account } from './account/account';
import { Home } from './home/home';
import { LatestScorecards } from './home/latest-scorecards';
import { RunningRooms } from './home/running-rooms';
import { AppShell } from './ui/app-shell';

export default function Page() {
  return (
    <AppShell current="home" account={<Account />}>
      <Home rooms={<RunningRooms rooms={[]} />} scorecards={<LatestScorecards scorecards={[]} now={0} />} />
    </AppShell>
  );
}
