import { isExercise, promptOf, questionsOf } from './fixtures/bank';
import { linkOf, opensARoom, takesASeat } from './fixtures/by-request';
import { code, hasTheText, types } from './fixtures/code-editor';
import { Host } from './fixtures/host';
import { expectAllOf, expectNothingOf, secretsOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';
import type { Wired } from './fixtures/wired';

const SLOTS = [{ groupId: null }, { groupId: null, kind: 'exercise' as const }];
const FIND = 'Says nothing of the tests';

/** The one exercise that the panel of this round can push. */
async function exerciseOf(steering: Host) {
  const { bank, agenda } = await questionsOf(steering);
  const [exercise, ...more] = bank.filter(isExercise);
  if (!exercise) throw new Error('the round has no exercise');
  expect(more).toEqual([]);
  expect(agenda.map(({ kind }) => kind)).toEqual(['question', 'exercise']);
  return exercise;
}

/** From the ratings to the scorecard. */
async function endsTheRound(steering: Host, lee: Wired): Promise<void> {
  await steering.rates(3);
  await lee.rates(3);
  await steering.sees('2 of 2 rated');
  await steering.reveals();
  await steering.finishesAsking();
  await steering.givesVerdict('Yes', 'reads code well');
  await lee.givesVerdict('yes', 'explains it');
  await steering.presses('Open the debrief');
  await steering.publishes();
}

test('peers have a code exercise each: helped along, marked blind, revealed, on the scorecard; and the next gets another', async ({
  host: mara,
  meet,
  wired,
}) => {
  const priya = await meet('Priya', Host);
  const lee = wired('Lee');
  let first = { id: '', title: '' };
  let second = { id: '', title: '' };
  let scorecard = '';

  await test.step('the lobby says that the pack has an exercise for each of them, and names none', async () => {
    await opensARoom(mara, { packId: 'typescript-platform', format: 'peer', agenda: [], slots: SLOTS });
    await takesASeat(priya, await linkOf(mara, 'panelist'));
    await takesASeat(lee, await linkOf(mara, 'panelist'));
    await mara.sees(/^(Each of you gets|Person 1:) 1 question and 1 code exercise, about \d+ minutes/);
    await mara.sees('This pack has 5 exercises: enough for one each with up to 5 of you.');
    await priya.sees('up to 1 question and 1 code exercise');
    await priya.sees('About 3 minutes for each answer, so up to 3 minutes a turn plus the code exercise.');
  });

  await test.step('Priya gets one with planted issues, and writes in it while the others read', async () => {
    await mara.page.getByRole('combobox', { name: 'First in the hot seat' }).selectOption('Priya');
    await mara.starts();
    await mara.isHost();
    const exercise = await exerciseOf(mara);
    first = exercise;
    expectNothingOf(priya, secretsOf([exercise], [exercise.title]));
    await mara.pushesToRun(exercise.title, 'review');
    for (const person of [mara, priya]) await hasTheText(person);
    await types(priya, '// priya was here\n');
    await expect(code(mara)).toContainText('// priya was here');
    await priya.sees('Saved');
  });

  await test.step('a hint reaches her, the issues do not, and marks are hidden until the reveal', async () => {
    const { bank } = await questionsOf(mara);
    const exercise = bank.find(isExercise);
    const [issue, other] = exercise?.points ?? [];
    const [hint = '', next = ''] = exercise?.hints ?? [];
    if (!issue || !other) throw new Error('the exercise has two issues');
    await mara.presses('Give hint 1');
    await priya.sees(hint.replaceAll('`', ''));
    const askId = await lee.liveAsk();
    await lee.does({ type: 'MarkPoint', askId, pointId: issue.id, mark: 'heard' });
    await lee.does({
      type: 'AddFind',
      askId,
      findId: 'find-of-lee-1',
      text: FIND,
      lines: null,
      atMs: 1_000,
    });
    await mara.marks(issue.text.replaceAll('`', ''), 'missed');
    await mara.marks(other.text.replaceAll('`', ''), 'found');
    await mara.doesNotSee(FIND);
    await mara.rates(3);
    await lee.rates(2);
    await mara.sees('2 of 2 rated');
    await mara.reveals();
    await mara.sees('Found differently');
    await mara.sees(FIND);
    const reasons = exercise?.reasons.map(({ text }) => text) ?? [];
    expectNothingOf(priya, [issue.text, other.text, next, FIND, ...reasons]);
  });

  await test.step('her scorecard has the exercise, the hint and what was found', async () => {
    await mara.finishesAsking();
    await mara.givesVerdict('Yes', 'reads code well');
    await lee.givesVerdict('yes', 'explains it');
    await mara.presses('Open the debrief');
    await mara.publishes();
    await priya.sees('Your scorecard is ready');
    const link = priya.page.getByRole('link', { name: /^Open your scorecard/ });
    scorecard = (await link.getAttribute('href')) ?? '';
  });

  await test.step('Mara gets another, of which nothing reached her before, and Priya reads along', async () => {
    await mara.startsTheNextRound('you');
    await priya.isHost();
    const exercise = await exerciseOf(priya);
    second = exercise;
    // The host's window was sent the pack's outline before, as set-up never sends it to peers.
    expectNothingOf(mara, secretsOf([exercise], [exercise.title]));
    await priya.pushesToRun(exercise.title, 'rewrite');
    for (const person of [mara, priya]) await hasTheText(person);
    await types(mara, '// mara was here\n');
    await expect(code(priya)).toContainText('// mara was here');
    await expect(code(priya)).not.toContainText('// priya was here');
    await priya.page.getByRole('combobox', { name: 'Hand the pen to' }).selectOption('Priya');
    await priya.presses('Hand over');
    await mara.sees('Priya can write too.');
    await types(priya, '// and priya\n');
    await expect(code(mara)).toContainText('// and priya');
    await endsTheRound(priya, lee);
  });

  await test.step('Lee’s is a third one, and the two of them read it whole', async () => {
    await priya.startsTheNextRound('Lee');
    await mara.isHost();
    const exercise = await exerciseOf(mara);
    expect(new Set([first.id, second.id, exercise.id]).size).toBe(3);
    for (const person of [mara, priya]) await person.sees(promptOf(exercise));
    expectAllOf(mara, exercise.hints);
  });

  await test.step('Priya looks back: the code at the end, the hint and the find, and the exercise plays back', async () => {
    await priya.opens(scorecard);
    await priya.sees(first.title);
    await priya.sees(/^Hint 1, used at/);
    await priya.sees(FIND);
    await priya.page.getByText('The code, and how it could be').first().click();
    await expect(
      priya.page.getByRole('textbox', { name: `${first.title}: the code at the end`, exact: true }),
    ).toContainText('// priya was here');
    await priya.page.getByRole('button', { name: 'Play back the writing' }).first().click();
    const playback = priya.page.getByRole('region', { name: `How the code of ${first.title} was written` });
    const written = playback.getByRole('region', { name: /^The code at/ });
    await expect(written).not.toContainText('// priya was here');
    await playback.getByRole('button', { name: /^\d+:\d\d Hint 1/ }).click();
    await expect(written).toContainText('// priya was here');
    await expect(playback.getByText(FIND)).toHaveCount(1);
  });
});
