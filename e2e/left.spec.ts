import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('people who leave keep their names, and a candidate who leaves in mid-answer is missed at once', async ({
  host,
  priya,
  lee,
  jonas,
}) => {
  await startLedRound({ host, panelists: [priya, lee], candidate: jonas });
  const leaves = async () => {
    await jonas.presses('More');
    await jonas.page.getByRole('menuitem', { name: 'Leave the room' }).click();
  };

  await test.step('a wrong press in mid-answer is asked about, and changes nothing', async () => {
    await host.pushesNext();
    await leaves();
    await jonas.sees('Leave in the middle of your round?');
    await jonas.presses('Stay');
    await jonas.sees('Question 1 of 10, from Mara');
  });

  await test.step('the panel is told of one who does leave, and lets the clock wait', async () => {
    await leaves();
    await jonas.page.getByRole('alertdialog').getByRole('button', { name: 'Leave the room' }).click();
    await jonas.sees('You left');
    await priya.sees('Jonas, in the hot seat, left the room. The clock runs on.');
    await host.presses('Let the clock wait');
    await priya.sees('Jonas, in the hot seat, left the room. The clock waits.');
    await host.sees('Jonas is in the hot seat');
  });

  await test.step('they come back, answer, and leave from the green room', async () => {
    await jonas.presses('Reload');
    await jonas.presses('Come back in');
    await host.doesNotSee('left the room');
    await lee.rates(2);
    await priya.rates(4);
    await host.rates(4);
    await host.reveals();
    await lee.presses('More');
    await lee.page.getByRole('menuitem', { name: 'Leave the room' }).click();
    await host.finishesAsking();
    await jonas.sees('In your own words');
    await leaves();
    await jonas.sees('You left');
  });

  await test.step('verdicts and debrief are about Jonas, and name Lee', async () => {
    await priya.sees('Jonas left the room. Nobody sees a verdict');
    await priya.sees('Would you recommend Jonas?');
    await priya.givesVerdict('Yes', 'clear');
    await host.givesVerdict('Yes', 'clear, too');
    await host.presses('Open the debrief');
    for (const person of [host, priya]) {
      await person.sees('Debrief about Jonas');
      await expect(person.page.getByRole('columnheader', { name: 'Lee' })).toBeVisible();
      await person.sees('Jonas left the room. Go through it row by row');
      await person.doesNotSee('Call Jonas back');
      await person.doesNotSee('Somebody who left');
    }
  });
});
