import { startLedRound } from './fixtures/gather';
import { expect, test } from './fixtures/test';

test('Enter that ends a composition of an input method sends nothing', async ({ priya, wired }) => {
  const [host, jonas] = [wired('Mara'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.sees('asked by Mara');
  await priya.noteField.focus();
  const hands = await priya.context.newCDPSession(priya.page);
  const enter = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229, key: 'Enter', code: 'Enter' };
  await hands.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await hands.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await expect(priya.noteField).toHaveValue('にほん');
  await hands.send('Input.insertText', { text: '日本' });
  await expect(priya.noteField).toHaveValue('日本');
  await priya.noteField.press('Enter');
  await expect(priya.note('日本')).toBeVisible();
});

test('Escape that drops a composition leaves the command menu open', async ({ host, wired }) => {
  await startLedRound({ host, candidate: wired('Jonas') });
  const { page } = host;
  await page.keyboard.press('Control+k');
  const menu = page.getByRole('dialog', { name: 'Command menu' });
  await expect(menu.getByRole('combobox')).toBeFocused();
  const hands = await host.context.newCDPSession(page);
  const dropped = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229, key: 'Escape', code: 'Escape' };
  await hands.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await hands.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dropped });
  await hands.send('Input.insertText', { text: '日本' });
  await expect(menu.getByRole('combobox')).toHaveValue('日本');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});

test('keys work on other keyboards and with Caps Lock, and single keys can be turned off', async ({
  priya,
  wired,
}) => {
  const [host, jonas] = [wired('Mara'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  await host.pushesNext();
  await priya.sees('asked by Mara');
  const { page } = priya;
  /** As the browser reports a key of another layout, with the focus nowhere in particular. */
  const presses = (key: string, code: string) =>
    page.evaluate(
      (event) => void document.body.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true })),
      { key, code },
    );

  await test.step('a Russian н is where n is, a Greek one too, and AZERTY writes & for 1', async () => {
    for (const [key, code] of [
      ['т', 'KeyN'],
      ['ν', 'KeyN'],
      ['N', 'KeyN'],
    ] as const) {
      await presses(key, code);
      await expect(priya.noteField).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(priya.noteField).not.toBeFocused();
    }
    await presses('&', 'Digit1');
    await expect(page.getByRole('radio', { name: /^1: / })).toBeChecked();
  });

  await test.step('off, only keys with Ctrl or ⌘ do something, also after a reload', async () => {
    await presses('?', 'Slash');
    await page.getByRole('checkbox', { name: 'Single keys' }).setChecked(false);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await priya.reloads();
    await priya.sees('asked by Mara');
    await presses('4', 'Digit4');
    await presses('n', 'KeyN');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Command menu' })).toBeVisible();
    await expect(page.locator('input[type=radio][value="1"]').first()).toBeChecked();
  });
});

test('toasts are passed by Tab, and what follows them comes', async ({ host, wired }) => {
  const [priya, jonas] = [wired('Priya'), wired('Jonas')];
  await startLedRound({ host, panelists: [priya], candidate: jonas });
  const { page } = host;
  const before = page.getByRole('button', { name: 'More', exact: true });
  await host.presses('Push to candidate');
  const undo = page.getByRole('button', { name: 'Undo' });
  await before.focus();
  await undo.focus();
  await page.keyboard.press('Tab');
  await expect(before).not.toBeFocused();
  await expect(undo).not.toBeFocused();
  const first = await page.evaluateHandle(() => document.activeElement);
  await page.keyboard.press('Tab');
  expect(await first.evaluate((element) => element !== document.activeElement)).toBe(true);
  await expect(undo).not.toBeFocused();
});

test('where pages have no clipboard a link is shown, selected', async ({ host }) => {
  // As over http.
  await host.context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await host.opensARoom();
  await host.presses('Copy the link: The panel');
  const field = host.page.getByRole('textbox', { name: 'What to copy' });
  await expect(field).toHaveValue(/\/join\/.+/);
  await expect(field).toBeFocused();
  const selected = await host.page.evaluate(() => getSelection()?.toString());
  expect(selected).toBe(await field.inputValue());
});

test('a text over its limit is counted and kept whole until its writer shortens it', async ({
  host,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, candidate: jonas });
  await host.presses(/^Panel channel/);
  const field = host.page.getByRole('textbox', { name: /^Message to the panel/ });
  await field.fill('x'.repeat(997));
  await host.sees('997 of 1000 characters');
  await field.fill('x'.repeat(1_003));
  await host.sees(/^3 over the limit of 1000 characters/);
  await field.press('Enter');
  await expect(field).toHaveValue('x'.repeat(1_003));
  await field.fill('short');
  await field.press('Enter');
  await expect(host.page.getByRole('list', { name: 'Messages' })).toContainText('short');
});

test('in forced colours what can be pressed, chosen or is running has an edge or a fill', async ({
  host,
  wired,
}) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, candidate: jonas });
  await host.pushesNext();
  await host.page.emulateMedia({ forcedColors: 'active' });
  await host.rates(4);
  const looks = (selector: string, property: string) =>
    host.page
      .locator(selector)
      .filter({ visible: true })
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  for (const edged of ['button', 'textarea', 'label:has(> input[type=radio])'])
    expect(await looks(edged, 'border-top-style'), edged).toBe('solid');
  const page = await looks('body', 'background-color');
  expect(await looks('label:has(> input:checked)', 'background-color')).not.toBe(page);
  expect(await looks('[role=timer] > span > span', 'background-color')).not.toBe(page);
  await host.presses('More');
  await host.page.getByRole('menuitem').first().hover();
  expect(await looks('[role=menuitem][data-highlighted]', 'background-color'), 'where a menu is').not.toBe(
    page,
  );
  expect(await looks('[role=menu]', 'border-top-style'), 'a menu').toBe('solid');
  await host.page.keyboard.press('Escape');
  await host.page.keyboard.press('Control+k');
  expect(await looks('[role=dialog]', 'border-top-style'), 'a dialog').toBe('solid');
  await host.page.keyboard.press('Escape');
  await host.opens('/new');
  for (const thumb of ['input.peer:checked + span', 'input.peer:not(:checked) + span'])
    expect(await looks(thumb, 'background-color'), thumb).not.toBe(page);
  // Otherwise the browser paints a light ground behind its light words.
  expect(await looks('button.bg-ember', 'forced-color-adjust')).toBe('none');
  await host.opens('/');
  expect(await looks('main a.select-none', 'border-top-style')).toBe('solid');
});

test('a toast appears above the bar at the bottom of a window of any width', async ({ host, wired }) => {
  const jonas = wired('Jonas');
  await startLedRound({ host, candidate: jonas });
  await host.pushesNext();
  for (const width of [390, 800]) {
    await host.page.setViewportSize({ width, height: 800 });
    await host.opensTab('My notes');
    await host.notes(`heard at ${width}`);
    await host.presses('Delete this note');
    const toast = host.page.locator('[data-sonner-toast]').filter({ hasText: 'Note deleted' }).last();
    await expect(toast).toBeVisible();
    const bar = await host.page.getByRole('region', { name: 'Next' }).boundingBox();
    await expect(async () => {
      const box = await toast.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }).toPass();
  }
});
