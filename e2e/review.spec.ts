import { readFile } from 'node:fs/promises';
import { questionsOf } from './fixtures/bank';
import { fullCard, manyCards } from './fixtures/full-card';
import { outOfReach } from './fixtures/out-of-reach';
import { sheetsIn } from './fixtures/sheets';
import { expect, test } from './fixtures/test';

test('after a round its people replay it, export it, import it again and share it', async ({
  host,
  priya,
  jonas,
  passerBy,
}) => {
  await test.step('Mara and Priya interview Jonas, and publish', async () => {
    await host.opensARoom();
    const links = [await host.link('panelist'), await host.link('candidate')];
    await priya.joins(links[0] ?? '');
    await jonas.joins(links[1] ?? '');
    for (const person of [priya, jonas]) {
      await host.letsIn(person.name);
      await person.presses('I am ready');
    }
    await host.starts();
  });
  const { agenda } = await questionsOf(host);
  const [question] = agenda;
  const prompt = question && 'prompt' in question ? question.prompt : '';

  await test.step('one question, rated and revealed', async () => {
    await host.pushesNext();
    await jonas.isAsked(prompt);
    await priya.notes('one queue per country');
    await priya.rates(5);
    await host.rates(3);
    await priya.tellsThePanel('no number so far');
    await host.reveals();
    await host.pushesNext();
    await host.skips();
    await priya.tellsThePanel('time to wrap up');
    await host.readsInTheChannel('time to wrap up');
    await host.finishesAsking();
    await jonas.ratesThemself(1, 4);
    await jonas.reflects('I named the cost too late.');
    await priya.givesVerdict('Yes', 'clear');
    await host.givesVerdict('Yes', 'sound');
    await host.presses('Open the debrief');
    await host.publishes();
  });

  await priya.opensTheScorecard();
  const address = new URL(priya.page.url()).pathname;

  await test.step('Priya replays it as she saw it, and jumps to the reveal', async () => {
    await priya.page.getByRole('link', { name: 'Replay the round' }).click();
    await priya.page.waitForURL(/\/replay\//);
    await priya.page.getByLabel('Jump by').selectOption({ label: 'Reveal' });
    await priya.presses('Next');
    await expect(priya.page.getByRole('img', { name: 'Ratings of this answer' })).toBeVisible();
    await priya.page.waitForURL(/\?at=[1-9]/);
    await priya.reloads();
    await expect(priya.page.getByRole('img', { name: 'Ratings of this answer' })).toBeVisible();
    await priya.page.keyboard.press('.');
    await expect(priya.page.getByLabel('Speed')).toHaveValue('2');
    await priya.page.keyboard.press('j');
    await expect(priya.page.getByRole('img', { name: 'Ratings of this answer' })).toHaveCount(0);
    await priya.page.keyboard.press('l');
    await expect(priya.page.getByRole('img', { name: 'Ratings of this answer' })).toBeVisible();
  });

  await test.step('what Priya told the panel is there when she said it, also between two questions', async () => {
    const said = priya.page.getByRole('region', { name: 'Panel channel' });
    await priya.page.getByLabel('Jump by').selectOption({ label: 'Message' });
    await priya.page.getByRole('slider').fill('0');
    await priya.presses('Next');
    await expect(said).toHaveText(/\d+:\d\d Priya: no number so far$/);
    await expect(priya.page.getByText(/^Message(, .+)?, \d+:\d\d$/).last()).toBeAttached();
    await priya.presses('Next');
    await priya.sees('No question was live. This was the last one.');
    await expect(said).toContainText('Priya: time to wrap up');
    await expect(priya.page.getByText('Skipped', { exact: true })).toBeVisible();
    await expect(priya.page.getByRole('button', { name: 'Return to this question' })).toHaveCount(0);
    await priya.presses('Next');
    await priya.sees('Nothing later of this kind: Message');
  });

  await test.step('Jonas replays what he saw: the question, and never the panel', async () => {
    await jonas.opens(address.replace('/scorecards/', '/replay/'));
    await jonas.page.getByLabel('Jump by').selectOption({ label: 'Question' });
    await jonas.presses('Next');
    await expect(jonas.page.getByRole('heading', { level: 2, name: prompt })).toBeVisible();
    await expect(jonas.page.getByRole('img', { name: 'Ratings of this answer' })).toHaveCount(0);
    await jonas.page.getByLabel('Jump by').selectOption({ label: 'My reflection' });
    await jonas.presses('Next');
    await jonas.sees('I named the cost too late.');
    await expect(jonas.page.getByRole('radio', { name: /^4/ }).first()).toBeChecked();
  });

  await test.step('Jonas downloads his scorecard and imports it again', async () => {
    await jonas.opens(address);
    const downloading = jonas.page.waitForEvent('download');
    await jonas.page.getByRole('link', { name: 'Download as JSON' }).click();
    const path = await (await downloading).path();
    expect(JSON.parse(await readFile(path, 'utf8')).format).toBe('hotseat-scorecards');
    await jonas.opens('/history/import');
    await jonas.page.getByLabel('Drop a file here, or choose one').setInputFiles(path);
    await jonas.sees('1 scorecard kept.');
    await jonas.page.getByRole('link', { name: 'Show them' }).click();
    await expect(jonas.page.getByRole('listitem').getByText('verified')).toBeVisible();
  });

  await test.step('a scorecard of nine asks with an exercise fits on two sheets of paper', async () => {
    const { text, points } = fullCard();
    expect(points).toBeGreaterThan(40);
    await jonas.opens('/history/import');
    await jonas.page
      .getByLabel('Drop a file here, or choose one')
      .setInputFiles({ name: 'full.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await jonas.sees('1 scorecard kept.');
    await jonas.page.getByRole('link', { name: 'Show them' }).click();
    await jonas.page.getByRole('link', { name: /elsewhere\.example/ }).click();
    await jonas.sees('Unknown: nobody could say whether that server signed it.');
    const reference = jonas.page.getByRole('region', { name: /: how it could be$/ });
    await jonas.page.emulateMedia({ media: 'print' });
    await expect(reference).toHaveCount(0);
    await expect(jonas.page.getByText(/^(heard or found|found or heard)$/)).toBeVisible();
    await jonas.page.emulateMedia({ media: null });
    expect(sheetsIn(await jonas.page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(2);
    await jonas.page.getByText('The code, and how it could be').click();
    await jonas.page.emulateMedia({ media: 'print' });
    await expect(reference).toBeVisible();
    await jonas.page.emulateMedia({ media: null });
  });

  await test.step('at 390 px nothing of scorecard, replay, history and compare is wider than the screen', async () => {
    await jonas.page.request.post(new URL('/api/scorecards/kept', jonas.page.url()).href, {
      headers: { 'content-type': 'application/json', origin: new URL(jonas.page.url()).origin },
      data: manyCards(21),
    });
    await jonas.page.setViewportSize({ width: 390, height: 844 });
    for (const path of [address, address.replace('/scorecards/', '/replay/'), '/history', '/history/kept']) {
      await jonas.opens(path);
      await expect(jonas.page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await outOfReach(jonas.page), path).toEqual([]);
    }
  });

  await test.step('what Jonas ticks stays ticked on the next page, and is compared with what he ticks there', async () => {
    await jonas.opens('/history');
    await jonas.page
      .getByRole('checkbox', { name: /^Choose / })
      .first()
      .check();
    await jonas.presses('Older scorecards');
    await jonas.sees('1 scorecard ticked on other pages.');
    await jonas.page
      .getByRole('checkbox', { name: /^Choose / })
      .first()
      .check();
    await jonas.presses('Newest');
    await expect(jonas.page.getByRole('checkbox', { name: /^Choose / }).first()).toBeChecked();
    await jonas.presses('Compare');
    await expect(jonas.page.locator('thead th')).toHaveCount(2);
    await expect(jonas.page.getByText(/from a file of https:/)).not.toHaveCount(0);
  });

  await test.step('a file of a scorecard that is no longer open is explained, and what else was ticked stays ticked', async () => {
    const [, room = '', round = ''] = /scorecards\/([^/]+)\/([^/?]+)/.exec(address) ?? [];
    const gone = 'rm_000000000000/r1';
    await jonas.opens(`/api/scorecards?form=csv&words=Panel&round=${room}/${round}&round=${gone}`);
    await jonas.sees(
      '1 scorecard of the 2 that you ticked is no longer open to you. The others stay ticked.',
    );
    await jonas.page.getByRole('link', { name: 'Back to your history' }).click();
    await jonas.page.waitForURL((url) => url.pathname === '/history');
    const kept = new URL(jonas.page.url()).searchParams;
    expect([kept.get('words'), kept.getAll('round')]).toEqual(['Panel', [`${room}/${round}`]]);
    await jonas.opens(`/api/scorecards/rm_000000000000/r1?form=csv`);
    await jonas.sees('This scorecard is not open to you');
    await jonas.opens(`/compare?round=${room}/${round}&round=${gone}`);
    await jonas.sees('1 scorecard that you chose is not open to you');
    await passerBy.opens(`/compare?round=${room}/${round}&round=${gone}`);
    await passerBy.page.waitForURL(/sign-in\?callbackUrl=/);
    expect(decodeURIComponent(passerBy.page.url())).toContain('/compare?round=');
    await passerBy.opens(`/api/scorecards?form=csv&round=${room}/${round}`);
    await passerBy.sees('You are signed out');
  });

  await test.step('Jonas can tick as many scorecards as a file holds, and no more', async () => {
    const places = Array.from({ length: 100 }, (_, no) => `round=rm_${String(no).padStart(12, '0')}/r1`);
    await jonas.opens(`/history?${places.join('&')}`);
    const box = jonas.page.getByRole('checkbox', { name: /^Choose / }).first();
    await box.click();
    await jonas.sees('100 scorecards are ticked. That is the most.');
    await expect(box).not.toBeChecked();
  });

  await test.step('without a tick, Jonas prints and downloads what his filter shows, and no more', async () => {
    await jonas.opens('/history?words=Panel+13');
    await expect(jonas.page.getByRole('checkbox', { name: /^Choose / }).first()).toBeVisible();
    const listed = await jonas.page.getByRole('checkbox', { name: /^Choose / }).count();
    expect(listed).toBeGreaterThan(0);
    await jonas.sees('or all that match the filters if you tick none');
    const downloading = jonas.page.waitForEvent('download');
    await jonas.presses('Download JSON');
    const path = await (await downloading).path();
    expect(JSON.parse(await readFile(path, 'utf8')).rounds).toHaveLength(listed);
    await jonas.presses('Print or save as PDF');
    await expect(jonas.page.locator('article.scorecard')).toHaveCount(listed);
  });

  await test.step('Priya prints what she chooses in her history, each from a new sheet on', async () => {
    await priya.opens('/history');
    await priya.page.getByRole('checkbox', { name: /^Choose / }).check();
    await priya.presses('Print or save as PDF');
    await priya.sees('1 scorecard, newest first. Each begins on a new sheet.');
    await expect(priya.page.getByRole('heading', { level: 1, name: 'Jonas' })).toBeVisible();
  });

  await test.step('a stranger sees what the address is, and reads the share link without a name', async () => {
    passerBy.expectsInConsole(/status of 404/);
    await passerBy.opens(address);
    await passerBy.sees('This scorecard is not open to you');
    await priya.opens(address);
    await priya.presses('Share');
    await priya.page.getByLabel('Name of the link (optional)').fill('for Maria');
    await priya.presses('Make a link');
    await expect(priya.page.getByLabel('Your new link')).toBeFocused();
    const link = await priya.page.getByLabel('Your new link').inputValue();
    await passerBy.opens(link);
    await passerBy.sees('One round is not a verdict on a person.');
    await expect(passerBy.page.getByRole('heading', { level: 1, name: 'Candidate' })).toBeVisible();
    await passerBy.doesNotSee(/Jonas/);
    await passerBy.page.setViewportSize({ width: 390, height: 844 });
    expect.soft(await outOfReach(passerBy.page), 'a shared scorecard').toEqual([]);
    await expect(passerBy.page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    await priya.presses(
      /^Revoke the link “for Maria”, made today at \d\d:\d\d, without names, opened 0 times$/,
    );
    await priya.sees(/revoked$/);
    await passerBy.opens(link);
    await passerBy.sees('This link no longer works');
  });
});
