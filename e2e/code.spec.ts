import { isExercise, promptOf, questionsOf } from './fixtures/bank';
import { startLedRound } from './fixtures/gather';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const code = (person: Person) => person.page.getByRole('textbox', { name: /^The (candidate’s )?code/ });

test('an exercise from its push to its reveal: written together, pointed at, helped along, scored', async ({
  host,
  priya,
  jonas,
}) => {
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const exercise = (await questionsOf(host)).bank.find(isExercise);
  const [issue, other] = exercise?.points ?? [];
  const [firstLine = ''] = exercise?.original.split('\n') ?? [];
  if (!exercise || !issue || !other) throw new Error('The pack has too little for this story');
  await host.pushesFromTheBank(promptOf(exercise), promptOf(exercise));

  await test.step('everybody has the original at once, and Jonas writes in it', async () => {
    for (const person of [host, priya, jonas]) await expect(code(person)).toContainText(firstLine);
    await code(jonas).press('Control+Home');
    await code(jonas).pressSequentially('note one ');
    for (const person of [host, priya]) await expect(code(person)).toContainText('note one');
    await jonas.sees('Saved');
    await code(priya).press('x');
    await expect(code(jonas)).not.toContainText('xnote');
  });

  await test.step('Priya writes with the pen, and no longer when it is taken back', async () => {
    await host.page.getByRole('combobox', { name: 'Hand the pen to' }).selectOption('Priya');
    await jonas.sees('Priya may write, too.');
    await code(priya).press('Control+Home');
    await code(priya).pressSequentially('note two ');
    await expect(code(jonas)).toContainText('note two');
    await host.presses('Take the pen back');
    await expect(priya.page.getByText('Pen: ')).toBeHidden();
    await code(priya).press('y');
    await expect(code(jonas)).not.toContainText('ynote');
  });

  await test.step('Jonas loses the line, writes on, and is told the truth about it', async () => {
    jonas.losesTheLine();
    await jonas.isToldOfTheCut();
    await code(jonas).press('Control+Home');
    await code(jonas).pressSequentially('note three ');
    await jonas.sees(/^Not saved yet/);
    jonas.getsTheLineBack();
    await jonas.isBack();
    await jonas.sees('Saved');
    await expect(code(host)).toContainText('note three');
    await jonas.reloads();
    await expect(code(jonas)).toContainText('note three');
  });

  await test.step('Escape and then Tab leaves the code', async () => {
    await code(jonas).focus();
    await code(jonas).press('Escape');
    await code(jonas).press('Tab');
    await expect(code(jonas)).not.toBeFocused();
  });

  await test.step('a hint comes from the ladder, with its moment for the panel', async () => {
    const [hint] = exercise.hints;
    if (hint === undefined) return;
    await jonas.doesNotSee('Hint 1.');
    await priya.presses('Give hint 1');
    await jonas.sees('Hint 1.');
    await host.sees(/^given at/);
  });

  await test.step('marks and extra finds are blind until the reveal', async () => {
    const row = priya.page.getByRole('group', { name: issue.text, exact: true });
    await row.getByRole('radio', { name: 'found' }).check();
    await host.ticks(other.text, 'missed');
    const field = priya.page.getByRole('textbox', { name: 'Something else that they found' });
    await field.fill('No tests at all');
    await field.press('Enter');
    await host.doesNotSee('No tests at all');
    await priya.rates(3);
    await host.rates(2);
    await host.reveals();
    await host.sees('No tests at all');
    expect(jonas.line.received()).not.toContain('No tests at all');
    expect(jonas.line.received()).not.toContain(issue.text);
  });
});
