import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('a reload in mid-answer with unsent notes loses nothing and sends nothing twice', async ({
  host,
  priya,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.notes('before the cut');
  await priya.sees('Saved');
  priya.losesTheLine();
  await priya.isToldOfTheCut();
  await priya.notes('during the cut');
  await priya.shares('during the cut');
  await priya.rates(2);
  await priya.noteField.fill('half a sentence');

  await priya.reloadsInVain();
  priya.getsTheLineBack();
  await priya.reloads();
  await expect(priya.note('before the cut')).toHaveCount(1);
  await expect(priya.note('during the cut')).toHaveCount(1);
  await expect(priya.noteField).toHaveValue('half a sentence');
  await priya.noteField.press('Enter');
  await priya.sees('Saved');

  // The room's state matters: it is the same after one more reload, and appears once on the host's screen.
  await priya.reloads();
  await expect(priya.note('half a sentence')).toHaveCount(1);
  await expect(priya.note('during the cut')).toHaveCount(1);
  await host.sees('1 of 2 rated');
  await host.reveals();
  await expect(host.page.getByRole('region', { name: 'Shared evidence' })).toContainText('during the cut');
  await expect(host.page.getByText('during the cut')).toHaveCount(1);
});
