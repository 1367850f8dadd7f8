import jsQR from 'jsqr';
import { expectAccessible } from './fixtures/accessible';
import { linkOf, opensARoom } from './fixtures/by-request';
import { Candidate } from './fixtures/candidate';
import { gather, startLedRound } from './fixtures/gather';
import { Host } from './fixtures/host';
import { expect, test } from './fixtures/test';

test('the host hands over: only the person with the role steers', async ({ host, meet, wired }) => {
  const jonas = wired('Jonas');
  const priya = await meet('Priya', Host);
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await priya.isNotHost();
  await host.presses('More');
  await host.page.getByRole('menuitem', { name: 'People and roles' }).click();
  await host.presses('What to do with Priya');
  await host.page.getByRole('menuitem', { name: 'Hand over the host' }).click();
  await host.sees('Priya steers from then on, and you stay on the panel. Only Priya can hand it back.');
  await host.presses('Hand over');
  await priya.isHost();
  await host.page.keyboard.press('Escape');
  await host.isNotHost();
  await priya.pushesNext();
  await host.rates(4);
  await priya.rates(3);
  await expect(host.page.getByRole('button', { name: /^Reveal/ })).toHaveCount(0);
  await priya.reveals();
  await host.sees('Ratings are open');
});

test('ratings open automatically if the host chose that, and an excused verdict does not delay the others', async ({
  host,
  priya,
  lee,
  wired,
}) => {
  const jonas = wired('Jonas');
  await gather({ host, panelists: [priya, lee], candidate: jonas }, { autoReveal: true });
  await host.starts();
  await host.pushesNext();
  await host.rates(4);
  await priya.rates(3);
  for (const panelist of [host, lee]) await panelist.sees('2 of 3 rated');
  await host.doesNotSee('Ratings are open');
  // By key, since the scale disappears at once, too soon to check the radio.
  await lee.page.keyboard.press('5');
  for (const panelist of [host, priya, lee]) await panelist.sees('Ratings are open');

  await host.finishesAsking();
  await host.givesVerdict('Yes', 'names what it costs');
  // A wrong press can be undone while it opens nothing.
  await host.presses('Excuse somebody');
  await host.page.getByRole('menuitem', { name: 'Priya' }).click();
  await host.sees('Excused: Priya.');
  await host.presses('Undo');
  await host.doesNotSee('Excused: Priya.');
  await priya.givesVerdict('Yes', 'asks back');
  await host.sees('2 of 3 verdicts in');
  await host.doesNotSee('asks back');
  await host.presses('Excuse somebody');
  await host.page.getByRole('menuitem', { name: 'Lee' }).click();
  await host.sees('Open the verdicts without Lee’s?');
  await host.doesNotSee('asks back');
  await host.presses('Excuse and open');
  await host.sees('The verdicts are open');
  await host.sees('asks back');
  await host.presses('Open the debrief');
  await host.publishes();
});

test('two candidates have the hot seat in one room, and neither learns of the other', async ({
  host,
  jonas,
  meet,
}) => {
  const nadia = await meet('Nadia', Candidate);
  await opensARoom(host);
  const link = await linkOf(host, 'candidate');
  await jonas.joins(link);
  await jonas.sees('Jonas (you)');
  await host.starts();
  await host.pushesNext();
  await host.rates(4);
  await host.reveals();
  await host.finishesAsking();
  await host.givesVerdict('Yes', 'names what it costs');
  await host.presses('Open the debrief');
  await host.publishes();
  await expect(host.page.getByRole('heading', { name: 'Warm up together' })).toHaveCount(0);

  await nadia.joins(link);
  await nadia.sees('Nadia (you)');
  await nadia.presses('I am ready');
  // Between two candidates the panel can find its scale again.
  await host.presses('Start the warm-up');
  await host.sees('Sample 1 of 2');
  await host.presses('Skip the warm-up');
  await host.presses('Start round 2 with Nadia');
  await host.pushesNext();
  await nadia.sees('Question 1 of 10, from Mara');
  await jonas.sees('Your scorecard is ready');
  for (const [candidate, other] of [
    [jonas, 'Nadia'],
    [nadia, 'Jonas'],
  ] as const) {
    await candidate.doesNotSee(other);
    expect(candidate.frames.join()).not.toContain(other);
  }
  await jonas.opensTheScorecard();
  await jonas.sees('Jonas');
});

test('a person nearby scans the invite link', async ({ host }) => {
  await host.opensARoom();
  const link = await host.link('candidate');
  await host.presses(/^Show as a QR code: The candidate$/);
  const picture = host.page.getByRole('img', { name: 'QR code of the link: The candidate' });
  await expect(picture).toBeVisible();
  await expectAccessible(host, 'the QR code');
  const side = 480;
  const pixels = await picture.evaluate(async (svg, side) => {
    const sized = svg.cloneNode(true) as SVGElement;
    sized.setAttribute('width', String(side));
    sized.setAttribute('height', String(side));
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(sized))}`;
    await image.decode();
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    // As one text, since a million single numbers would take too long.
    return btoa(
      Array.from(context.getImageData(0, 0, side, side).data, (byte) => String.fromCharCode(byte)).join(''),
    );
  }, side);
  expect(jsQR(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), side, side)?.data).toBe(link);
  await host.page.keyboard.press('Escape');
  await expect(host.page.getByRole('button', { name: 'Show as a QR code: The candidate' })).toBeFocused();
});
