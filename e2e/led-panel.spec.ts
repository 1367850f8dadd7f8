import { isExercise, promptOf, questionsOf } from './fixtures/bank';
import { expectAllOf, expectNothingOf, secretsOf } from './fixtures/secrets';
import { expect, test } from './fixtures/test';

const PRIVATE_NOTE = 'I doubt that number, ask him for the source';
const SHARED_NOTE = 'one queue per country, drained in order';
const MESSAGE = 'let us skip the money question';
const WHY_NO = 'no word about recovering from a half-finished run';
const REFLECTION = 'I lost the thread in the second answer';

/** Words of frames that no candidate's window may ever get, with any content. */
const NOT_FOR_CANDIDATES =
  /"(bank|live|codes|home|agenda|reveals|channel|verdicts|self|hands|door|closing|closings)":\{|"liveAskId"|"path":"\/(bank|live|codes|home|agenda|asks|reveals|channel|verdicts|self|hands|door|closing|closings)\//;

test('a led panel of five people, from invite to published scorecard', async ({
  host,
  priya,
  lee,
  noor,
  jonas,
  passerBy,
}) => {
  const everybody = [host, priya, lee, noor, jonas];
  const listeners = [priya, lee, noor];

  await test.step('Mara opens a room with two clicks, and sends one link for each role', async () => {
    await host.opensARoom();
    const links = [await host.link('panelist'), await host.link('observer'), await host.link('candidate')];
    expect(new Set(links).size).toBe(3);
    for (const [person, link] of [
      [priya, links[0]],
      [lee, links[0]],
      [noor, links[1]],
      [jonas, links[2]],
    ] as const)
      await person.joins(link ?? '');
  });

  await test.step('they wait until she lets them in, and say that they are ready', async () => {
    for (const person of [...listeners, jonas]) {
      await person.sees('Mara will let you in');
      await host.letsIn(person.name);
      await person.presses('I am ready');
    }
    await host.sees('Everybody is ready.');
    await host.starts();
  });

  const { bank, agenda } = await questionsOf(host);
  const [first, second, third, fourth] = agenda;
  const exercise = bank.find(isExercise);
  const followUp = first?.followUps[0];
  const [heard, doubted] = first?.points ?? [];
  if (!first || !second || !third || !fourth || !exercise || !followUp || !heard || !doubted)
    throw new Error('The pack has too little for this story');
  const pushed = [first, second, third, fourth, exercise].map(({ prompt }) => prompt);
  const secrets = secretsOf(bank, [...pushed, followUp.text, exercise.title, exercise.original]);

  await test.step('Mara pushes the first question of the agenda; Jonas sees it, and who asked', async () => {
    await jonas.sees('The panel is choosing the first question');
    await host.pushesNext();
    await jonas.isAsked(promptOf(first));
    await jonas.sees(/^Question 1 of \d+, from Mara$/);
    for (const person of listeners) await person.sees(heard.text);
    await host.pushesFollowUp(followUp.text);
    await jonas.isAskedFurther(followUp.text);
  });

  await test.step('the clock stops and goes on for everybody, and gets a minute more', async () => {
    const clock = priya.page.getByRole('timer');
    await host.presses('Pause');
    await expect(clock).toHaveAccessibleName(/paused/);
    await expect(jonas.page.getByRole('button', { name: 'I need a moment' })).toBeHidden();
    await host.presses('Resume');
    await expect(clock).not.toHaveAccessibleName(/paused/);
    await expect(clock).toHaveAccessibleName(/ of 3:00$/);
    await host.presses('+1 min');
    await expect(clock).toHaveAccessibleName(/ of 4:00$/);
    await jonas.takesAMoment();
    await host.sees('Jonas asked for a moment. The clock waits.');
    await jonas.goesOn();
    await jonas.putsAHandUp();
    await lee.sees('Jonas raised a hand.');
  });

  await test.step('each panelist listens alone: ticks, notes with their minute, ratings', async () => {
    await host.ticks(heard.text, 'heard');
    await priya.ticks(heard.text, 'heard');
    await priya.ticks(doubted.text, 'heard');
    await lee.ticks(doubted.text, 'missed');
    await priya.notes(PRIVATE_NOTE);
    await priya.notes(SHARED_NOTE);
    await priya.shares(SHARED_NOTE);
    await priya.rates(5);
    await lee.rates(2);
    await noor.rates(4);
    for (const person of [host, lee, noor]) await person.sees('2 of 3 rated');
    for (const person of [host, lee, noor]) {
      await expect(person.page.getByRole('img', { name: 'Ratings of this answer' })).toHaveCount(0);
      expectNothingOf(person, [PRIVATE_NOTE, SHARED_NOTE]);
    }
    await host.rates(4);
    for (const person of [host, lee]) await person.sees('3 of 3 rated');
  });

  await test.step('all ratings open together; they talk, and Lee rates again', async () => {
    await host.reveals();
    for (const person of [host, ...listeners]) await person.sees(SHARED_NOTE);
    await lee.sees(/heard differently/i);
    await lee.ratesAgain(3);
    await priya.sees(/Lee .*2.*3/);
    expectNothingOf(host, [PRIVATE_NOTE]);
    expectNothingOf(lee, [PRIVATE_NOTE]);
  });

  await test.step('the panel talks in its own channel', async () => {
    await lee.tellsThePanel(MESSAGE);
    for (const person of [host, priya, noor]) await person.readsInTheChannel(MESSAGE);
  });

  await test.step('Priya asks from the bank, and marks the parts of a behavioural answer', async () => {
    await priya.sees('Ratings are open');
    await priya.pushesFromTheBank(promptOf(second).slice(0, 30), promptOf(second));
    await jonas.isAsked(promptOf(second));
    await jonas.sees(/, from Priya$/);
    await priya.hears('Situation');
    await priya.hears('Action');
    await priya.rates(3);
    await host.rates(null);
    await lee.rates(3);
    await host.sees('3 of 3 rated');
    await host.reveals();
  });

  await test.step('a question is skipped, another is withdrawn, and the panel returns to one', async () => {
    await host.pushesNext();
    await jonas.isAsked(promptOf(third));
    await host.skips();
    await jonas.sees('The panel is choosing the next question');
    await host.pushesNext();
    await jonas.isAsked(promptOf(fourth));
    await host.withdraws();
    await jonas.sees('The panel is choosing the next question');
    await host.looksAt(promptOf(third));
    await host.presses('Return to this question');
    await jonas.isAsked(promptOf(third));
  });

  await test.step('an exercise replaces the question', async () => {
    await lee.listensTo(promptOf(third));
    await lee.pushesFromTheBank(promptOf(exercise), promptOf(exercise));
    await expect(jonas.page.getByRole('region', { name: /^The code/ })).toBeVisible();
    await lee.sees(exercise.points[0]?.text ?? '');
    await lee.rates(2);
  });

  await test.step('Jonas has the green room to himself while the verdicts are face down', async () => {
    await host.finishesAsking();
    await jonas.sees('Take a breath');
    await jonas.reflects(REFLECTION);
    await jonas.letsThePanelRead();
    await jonas.ratesThemself(1, 3);
    await priya.givesVerdict('Strong yes', 'clear borders between what may fail');
    await lee.givesVerdict('No', WHY_NO);
    await host.sees('2 of 3 verdicts in');
    expectNothingOf(host, [WHY_NO]);
    expectNothingOf(priya, [WHY_NO]);
    await host.givesVerdict('Yes', 'sound, and open about what is missing');
    for (const person of [priya, lee, noor]) await person.sees(WHY_NO);
  });

  await test.step('in the debrief the panel walks through it with Jonas, then Mara publishes', async () => {
    expectNothingOf(host, [REFLECTION]);
    await host.presses('Open the debrief');
    await jonas.sees('Take a breath');
    await host.presses('Call Jonas back');
    await jonas.sees('The panel is ready for you');
    await priya.sees(REFLECTION);

    expectAllOf(host, secrets);
    expectNothingOf(jonas, [...secrets, 'Oyster panel', PRIVATE_NOTE, SHARED_NOTE, MESSAGE, WHY_NO]);
    expect(jonas.frames.filter((frame) => NOT_FOR_CANDIDATES.test(frame))).toEqual([]);
    expect(jonas.frames.length).toBeGreaterThan(10);

    await host.publishes(async (dialog) => {
      await dialog.getByRole('radio', { name: 'Named' }).check();
      await dialog.getByRole('checkbox', { name: 'Shared evidence' }).check();
    });
    await jonas.sees('Your scorecard is ready');
  });

  await test.step('everybody finds the scorecard, each as far as they may see it', async () => {
    for (const person of everybody) {
      await person.opensTheScorecard();
      await expect(person.page.getByRole('heading', { level: 1, name: 'Jonas' })).toBeVisible();
      await person.sees('One round is not a verdict on a person.');
      await expect(person.page.getByRole('img', { name: /^Ratings of question 1/ })).toBeVisible();
      await person.sees('Lee went from 2 to 3 after talking');
      await person.sees(SHARED_NOTE);
      await person.sees(REFLECTION);
    }
    for (const person of [host, ...listeners]) {
      await person.sees(WHY_NO);
      await person.sees(heard.text);
    }
    await priya.sees(PRIVATE_NOTE);
    await noor.sees('Your practice rating: 4');
    for (const person of [host, lee, noor, jonas]) expectNothingOf(person, [PRIVATE_NOTE]);
    // Mara shared the ratings with Jonas, and neither key points nor verdicts.
    expectNothingOf(jonas, [...secrets, MESSAGE, WHY_NO]);
  });

  await test.step('it is in the history of all five people, and of nobody else', async () => {
    const address = new URL(host.page.url()).pathname;
    for (const person of everybody) {
      await person.opens('/history');
      const list = person.page.getByRole('region', { name: 'Scorecards' });
      await expect(list.getByRole('link', { name: /Panel interview/ })).toHaveCount(1);
    }
    passerBy.expectsInConsole(/status of 404/);
    await passerBy.opens(address);
    await passerBy.sees('This scorecard is not open to you');
    await passerBy.page.getByRole('link', { name: 'Sign in' }).click();
    await passerBy.signsInAsGuest();
    await passerBy.sees('This scorecard is not open to you');
    expectNothingOf(passerBy, [promptOf(first), SHARED_NOTE, WHY_NO]);
  });
});
