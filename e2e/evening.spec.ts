import { Candidate } from './fixtures/candidate';
import { Host } from './fixtures/host';
import type { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

const window = (width: number, height: number) => ({ viewport: { width, height } });

test('an evening of four peers, whose windows are as different as their mistakes', async ({ meet }, info) => {
  const mara = await meet('Mara', Host, window(1280, 800));
  const priya = await meet('Priya', Host, window(768, 1024));
  const lee = await meet('Lee', Host, window(480, 800));
  const jonas = await meet('Jonas', Host, window(390, 844));
  let pictures = 0;
  /** To be looked at. */
  const keeps = async (what: string, ...people: Person[]) => {
    pictures += 1;
    const no = String(pictures).padStart(2, '0');
    for (const { name, page } of people)
      await page.screenshot({ path: info.outputPath(`${no}-${what}-${name}.png`) });
  };
  let link = '';

  await test.step('two come in at once; one has the wrong link, and one a typo in her name', async () => {
    await mara.opensARoom(undefined, 'Practise with peers');
    link = await mara.link('panelist');
    await priya.joins(link);
    await lee.joins(await mara.link('observer'));
    await keeps('door', mara, lee);
    await mara.presses('Let everyone in');
    await priya.sees('Priya (you)');
    await priya.renamesThemself('Priya N.');
    await mara.sees('Priya N.');
    await lee.sees('Lee (you)');
    await mara.choosesFor('Lee', 'Make a panelist');
    await keeps('lobby', mara, priya, lee);
  });

  await test.step('the round begins with the wrong person, is discarded, and begins again', async () => {
    const first = mara.page.getByRole('combobox', { name: 'First in the hot seat' });
    await first.selectOption('Lee');
    await mara.starts();
    await lee.sees('The panel is choosing the first question');
    await mara.choosesMore('Discard this round');
    await mara.presses('Discard the round');
    await lee.sees('Lee (you)');
    await first.selectOption('Priya N.');
    await mara.starts();
    await priya.sees('The panel is choosing the first question');
    await mara.pushesNext();
    await priya.sees(/^Question 1/);
  });

  await test.step('Jonas comes late, on his phone', async () => {
    await jonas.joins(link);
    await jonas.sees('Mara will let you in');
    await mara.sees('Once in, they see the questions and key points of this round.');
    await mara.letsIn('Jonas');
    await jonas.sees('asked by Mara');
    await keeps('late', mara, priya, jonas);
  });

  await test.step('Lee writes while her line is cut, and nothing is lost', async () => {
    await lee.opensTab('My notes');
    lee.losesTheLine();
    lee.line.hangUp();
    await lee.notes('written on the train');
    await keeps('cut', lee);
    lee.getsTheLineBack();
    await lee.sees('Saved');
  });

  await test.step('Lee is removed by mistake, and let back in with what she wrote', async () => {
    await mara.presses(/here$/);
    await mara.removes('Lee');
    await lee.sees('The host removed you from this room');
    await mara.page.getByText('Removed or declined: 1').click();
    await mara.presses('Let Lee back in');
    await mara.page.keyboard.press('Escape');
    await lee.presses('Reload');
    await lee.opensTab('My notes');
    await expect(lee.note('written on the train')).toBeVisible();
  });

  await test.step('the end of asking is taken back, and verdicts come after one more question', async () => {
    await mara.rates(4);
    await lee.rates(3);
    await mara.reveals();
    await jonas.sees('Ratings are open');
    await keeps('reveal', mara, lee, jonas);
    await mara.finishesAsking();
    await priya.sees('Take a breath');
    await mara.presses('Go back to asking');
    await priya.sees(/^Question 1/);
    await mara.pushesNext();
    await priya.sees(/^Question 2/);
    await mara.finishesAsking();
    await priya.sees('Take a breath');
  });

  await test.step('Priya goes on on a second device, and both have her words', async () => {
    const phone = await meet('Priya', Candidate, window(390, 844));
    await phone.opens(await priya.returnLink());
    await phone.presses('Continue here');
    await phone.sees('Take a breath');
    await phone.reflects('calmer than I thought');
    const words = priya.page.getByRole('textbox', { name: 'In your own words' });
    await expect(words).toHaveValue('calmer than I thought');
    await keeps('green-room', priya, phone);
  });

  await test.step('nobody waits for the verdict of the one who came late, and all meet in the debrief', async () => {
    await lee.givesVerdict('Yes', 'asks back');
    await keeps('verdicts', mara, lee, jonas);
    await mara.givesVerdict('Yes', 'stays with the facts');
    await mara.presses('Open the debrief');
    await jonas.sees('Debrief with Priya N.');
    await mara.publishes();
    await priya.sees('Your scorecard is ready');
    await keeps('published', mara, priya, lee, jonas);
  });

  await test.step('the room is ended by mistake, and opened again', async () => {
    await mara.endsTheRoom();
    for (const person of [mara, lee, jonas]) await person.sees('This room has ended');
    await keeps('ended', mara, jonas);
    await mara.presses('Reopen the room');
    await jonas.sees('The scorecard is published');
    await priya.opensTheScorecard();
    await priya.sees('One round is not a verdict on a person.');
    await keeps('scorecard', priya);
  });
});
