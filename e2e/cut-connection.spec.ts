import { expectAccessible } from './fixtures/accessible';
import { promptOf, questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('a lost connection is announced at once, and what people write meanwhile is kept and sent', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.sees('asked by Mara');
  priya.losesTheLine();
  await priya.isToldOfTheCut();
  await expectAccessible(priya, 'the room while the line is cut');

  await priya.notes('queues per tenant');
  await priya.shares('queues per tenant');
  await priya.rates(4);
  await priya.noteField.fill('and then he said');
  await priya.sees('What you did is kept here and will be sent.');
  await host.sees('0 of 2 rated');

  priya.getsTheLineBack();
  await priya.isBack();
  // The questions are here already, so they are not loaded again over a possibly poor connection.
  const greeting = priya.frames.findLast((frame) => frame.includes('["full"'));
  expect(greeting).toContain('"bank":{"id":');
  expect(greeting?.length).toBeLessThan(12_000);
  await expect(priya.noteField).toHaveValue('and then he said');
  await host.sees('1 of 2 rated');
  await host.reveals();
  await host.sees('queues per tenant');
});

test('the candidate is told too, and returns to where they were', async ({ host, priya, jonas }) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await host.sees('asked by you');
  jonas.losesTheLine();
  await jonas.isToldOfTheCut();
  await host.sees('Jonas, in the hot seat, lost the connection');
  await priya.sees('The clock runs on.');
  await host.presses('Let the clock wait');
  for (const person of [host, priya]) await person.sees('The clock waits.');
  await host.pushesNext();
  await host.sees(/question 2 of/);
  jonas.getsTheLineBack();
  await jonas.isBack();
  await host.doesNotSee('Jonas, in the hot seat, lost the connection');
  await jonas.isAsked(promptOf((await questionsOf(host)).agenda[1]));
});
