import { promptOf, questionsOf } from './fixtures/bank';
import { Host } from './fixtures/host';
import { watchScripts } from './fixtures/scripts';
import { expectNothingOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

const QUESTIONS_EACH = 2;
const KEEP = 'asking what done means before you start';

/** One person's round, from the first question to the published scorecard; returns the questions. */
async function interview(candidate: Host, steering: Host, other: Host): Promise<string[]> {
  await steering.isHost();
  await other.isNotHost();
  await candidate.sees('The panel is choosing the first question');
  const { bank, agenda } = await questionsOf(steering);
  // The candidate has seen none of the questions in the bank, not even as a panelist of an earlier round.
  expectNothingOf(candidate, bank.map(promptOf));
  const asked = agenda.slice(0, QUESTIONS_EACH).map(promptOf);
  for (const prompt of asked) {
    await steering.pushesNext();
    await candidate.isAsked(prompt);
    await other.listensTo(prompt);
    await steering.rates(4);
    await other.rates(3);
    await steering.sees('2 of 2 rated');
    await steering.reveals();
  }
  await steering.finishesAsking();
  await candidate.ratesThemself(1, 4);
  await steering.givesVerdict('Yes', `${candidate.name} stays with the facts`);
  await other.givesVerdict('Strong yes', `${candidate.name} asks back`);
  await steering.presses('Open the debrief');
  await steering.publishes();
  await candidate.sees('Your scorecard is ready');
  return asked;
}

test('three peers take turns in the hot seat: no question twice, a scorecard each', async ({
  host,
  meet,
}) => {
  const mara = host;
  const priya = await meet('Priya', Host);
  const lee = await meet('Lee', Host);
  const asked: string[] = [];
  const scriptsHold = watchScripts(priya);

  await test.step('Mara opens a practice room; one link is enough for all', async () => {
    await mara.opensARoom(async () => {
      await mara.turns('Waiting room', 'off');
    }, 'Practise with peers');
    await priya.joins(await mara.link('panelist'));
    await lee.joins(await mara.link('panelist'));
    await lee.sees('Priya');
  });

  await test.step('Priya has the hot seat first, and Mara steers', async () => {
    await mara.page.getByRole('combobox', { name: 'First in the hot seat' }).selectOption('Priya');
    await mara.starts();
    asked.push(...(await interview(priya, mara, lee)));
  });

  await test.step('Mara cannot steer from the hot seat: Priya stands in for her', async () => {
    await mara.startsTheNextRound('you');
    const spoken = priya.page.locator('[aria-live] > p');
    await expect(spoken.filter({ hasText: 'Mara is in the hot seat. You are the host.' })).toHaveCount(1);
    await test.step('Lee writes feedback for Priya, whose round is over', async () => {
      await lee.presses('More');
      await lee.page.getByRole('menuitem', { name: 'Feedback for earlier rounds' }).click();
      await lee.presses('Feedback for Priya, round 1');
      await lee.page.getByRole('textbox', { name: 'Keep doing' }).fill(KEEP);
      await lee.presses('Save feedback');
      await lee.sees('round 1: written');
      await lee.page.keyboard.press('Escape');
    });
    asked.push(...(await interview(mara, priya, lee)));
  });

  await test.step('Lee is last, and Mara has her role back', async () => {
    await priya.startsTheNextRound('Lee');
    asked.push(...(await interview(lee, mara, priya)));
    await mara.sees('Everybody has been in the hot seat.');
  });

  await test.step('the room ends, and each of them keeps the three scorecards', async () => {
    await mara.endsTheRoom();
    for (const peer of [mara, priya, lee]) {
      await peer.sees('This room has ended');
      await peer.opens('/history');
      const list = peer.page.getByRole('region', { name: 'Scorecards' });
      await expect(list.getByRole('link', { name: /practice/ })).toHaveCount(3);
      await expect(
        peer.page.getByRole('region', { name: 'Your competencies over time', exact: true }),
      ).toBeVisible();
    }
    const rounds = priya.page.getByRole('region', { name: 'Scorecards' });
    await rounds
      .getByRole('link', { name: /practice/ })
      .last()
      .click();
    await priya.sees(KEEP);
  });

  expect(asked).toHaveLength(3 * QUESTIONS_EACH);
  expect(new Set(asked).size).toBe(asked.length);

  // A room of real people downloads the code of the room, and none of the simulated people's.
  expect(await scriptsHold(['I need a moment'])).toEqual(['I need a moment']);
  expect(await scriptsHold(['Everyone but you is simulated', 'A panel for one', 'speechSynthesis'])).toEqual(
    [],
  );
});
