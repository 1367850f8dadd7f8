import { expectAccessible } from './fixtures/accessible';
import { isExercise, promptOf, questionsOf } from './fixtures/bank';
import { test } from './fixtures/test';

test('every screen of a room is accessible, wide and narrow, light and dark', async ({
  host,
  priya,
  jonas,
}) => {
  await host.opensARoom();
  await priya.joins(await host.link('panelist'));
  await priya.sees('Mara will let you in');
  await expectAccessible(priya, 'the waiting room');
  await host.letsIn('Priya');
  await jonas.joins(await host.link('candidate'));
  await host.sees('Waiting room');
  await expectAccessible(host, "the host's lobby, somebody waiting");
  await host.letsIn('Jonas');
  await jonas.sees('What will happen');
  await expectAccessible(jonas, "the candidate's lobby");

  await host.starts();
  await jonas.sees('The panel is choosing the first question');
  await expectAccessible(jonas, "the candidate's room before a question");
  await host.pushesNext();
  await priya.notes('queues per tenant');
  await priya.shares('queues per tenant');
  await priya.rates(5);
  await jonas.putsAHandUp();
  await host.sees('Jonas raised a hand.');
  await expectAccessible(priya, 'the panel while somebody answers');
  await expectAccessible(jonas, "the candidate's room with a question");
  await host.rates(2);
  await host.reveals();
  await host.tellsThePanel('that was far apart');
  await expectAccessible(host, 'the reveal, with the channel open');
  const exercise = (await questionsOf(host)).bank.find(isExercise);
  await priya.pushesFromTheBank(promptOf(exercise), promptOf(exercise));
  await jonas.sees(exercise?.prompt ?? '');
  // The editor has come, and with it the text that is shared.
  await jonas.sees('Saved');
  await expectAccessible(jonas, "the candidate's room with an exercise");

  await host.finishesAsking();
  await jonas.sees('Take a breath');
  await expectAccessible(jonas, 'the green room');
  await expectAccessible(priya, 'deliberation');
  await priya.givesVerdict('Yes', 'sound');
  await host.givesVerdict('No', 'thin');
  await host.presses('Open the debrief');
  await host.sees('Debrief about Jonas');
  await expectAccessible(host, 'the debrief');
  await host.publishes();
  await jonas.sees('Your scorecard is ready');
  await expectAccessible(jonas, 'the green room, published');
  await host.opensTheScorecard();
  await host.sees('One round is not a verdict on a person.');
  await expectAccessible(host, 'the scorecard');
  await jonas.opens('/history');
  await expectAccessible(jonas, 'the history');
});
