import type { Candidate } from './fixtures/candidate';
import { gather } from './fixtures/gather';
import type { Panelist } from './fixtures/panelist';
import { test } from './fixtures/test';
import { expectUncovered } from './fixtures/uncovered';

test('a toast covers no control of any screen of a round, in a window of any width', async ({
  priya,
  jonas,
  wired,
}) => {
  const host = wired('Mara');
  await gather({ host, panelists: [priya], candidate: jonas });
  let times = 0;
  const members = () => {
    const view = host.replica.known?.view;
    return view && 'roster' in view ? Object.values(view.roster.members) : [];
  };
  await host.sees(() => members().length === 3);
  const ids = members();
  /** A toast that everybody can get at any time: the host corrects their name. */
  const isTold = async (person: Panelist | Candidate, screen: string) => {
    const memberId = ids.find(({ name }) => name === person.name)?.id ?? '';
    times += 1;
    await host.sends({ type: 'RenameMember', memberId, name: `${person.name} ${times}` });
    await person.sees(`The host changed your name to ${person.name} ${times}`);
    await expectUncovered(person, screen);
  };

  await isTold(priya, 'the lobby');
  await isTold(jonas, 'the candidate’s lobby');
  await host.starts();
  await host.pushesNext();
  await isTold(jonas, 'a question, for its candidate');
  await isTold(priya, 'a question');
  await host.rates(2);
  await host.reveals();
  await isTold(priya, 'the reveal');
  await host.finishesAsking();
  await isTold(priya, 'the verdicts');
  await isTold(jonas, 'the green room');
  await priya.givesVerdict('Yes', 'sound');
  await host.givesVerdict('no', 'thin');
  await host.opensTheDebrief();
  await priya.sees(/^Debrief about/);
  await isTold(priya, 'the debrief');
  await host.publishes();
  await jonas.sees('Your scorecard is ready');
  await isTold(jonas, 'the green room, published');
});
