import { startLedRound } from './fixtures/gather';
import { test } from './fixtures/test';

test('two people of one name are told apart in the reveal, the channel, and on the scorecard', async ({
  host,
  jonas,
  wired,
}) => {
  const [first, second] = [wired('Anna'), wired('Anna')];
  await startLedRound({ host, panelists: [first, second], candidate: jonas });
  await second.pushesNext();
  await jonas.sees('Question 1 of 10, from Anna (2)');
  await first.rates(2);
  await second.rates(4);
  await host.rates(3);
  await host.reveals();
  for (const name of ['Anna (1)', 'Anna (2)']) await host.sees(name);
  await second.tellsThePanel('well said');
  await host.readsInTheChannel('Anna (2) well said');
  await host.finishesAsking();
  for (const anna of [first, second]) await anna.givesVerdict('yes', 'sound');
  await host.givesVerdict('Yes', 'sound');
  await host.presses('Open the debrief');
  await host.publishes();
  await host.opensTheScorecard();
  for (const name of ['Anna (1)', 'Anna (2)']) await host.sees(name);
});

test('a name that imitates somebody by letters that nobody sees is turned away, with what to do', async ({
  passerBy,
  wired,
}) => {
  const [host, priya] = [wired('Mara'), wired('Priya')];
  await startLedRound({ host, panelists: [priya], candidate: wired('Jonas') });
  passerBy.expectsInConsole(/status of 4\d\d/);
  await passerBy.opens(priya.cameBy);
  const name = passerBy.page.getByRole('textbox', { name: 'Your name' });
  for (const imitation of ['Pri\u200bya', 'Рriya']) {
    await name.fill(imitation);
    await passerBy.presses('Enter the room');
    await passerBy.sees(/^That name shows another person’s.*Type it in plain letters, or choose another\.$/);
  }
  await name.fill('Priya');
  await passerBy.presses('Enter the room');
  await passerBy.sees('Mara will let you in');
});
