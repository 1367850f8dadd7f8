import { expectAccessible } from './fixtures/accessible';
import { Keys } from './fixtures/keys';
import { Person } from './fixtures/person';
import { expect, test } from './fixtures/test';

test('stories are saved on a line that is slow, keep their titles, and can be put back after they were deleted', async ({
  meet,
}) => {
  const vera = await meet('Vera', Person);
  const { page } = vera;
  await vera.opens('/sign-in?callbackUrl=/prepare');
  await vera.signsInAsGuest();
  const row = (name: RegExp) => page.getByRole('button', { name });
  const isSaved = () => expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const situation = page.getByRole('textbox', { name: 'Situation' });
  const task = page.getByRole('textbox', { name: 'Task' });

  await test.step('typing on, and folding the story, while an answer is on its way', async () => {
    await vera.presses('Write a story');
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let sent = 0;
    await page.route('**/api/stories/*', async (route) => {
      sent += 1;
      if (sent === 1) await held;
      await route.continue();
    });
    await situation.fill('The night of');
    await expect.poll(() => sent).toBe(1);
    await situation.fill('The night of the outage');
    await row(/^Story 1/).click();
    await expect(situation).toBeHidden();
    goOn();
    await expect.poll(() => sent).toBe(2);
    await row(/^Story 1/).click();
    await isSaved();
    await vera.doesNotSee(/another device/);
    await vera.reloads();
    await row(/^Story 1/).click();
    await expect(situation).toHaveValue('The night of the outage');
  });

  await test.step('a title that was cleared is the last one, and the rest is saved', async () => {
    await page.getByRole('textbox', { name: 'Title' }).fill('');
    await vera.sees('Give the story a title. Until then it is called “Story 1”.');
    await task.fill('Mine to mend');
    await isSaved();
    await row(/^Story 1/).click();
    await vera.reloads();
    await row(/^Story 1/).click();
    await expect(task).toHaveValue('Mine to mend');
  });

  await test.step('a story that another device changed keeps the words of both until somebody chooses', async () => {
    const device = await vera.context.newPage();
    await device.goto('/prepare');
    await device.getByRole('button', { name: /^Story 1/ }).click();
    await device.getByRole('textbox', { name: 'Task' }).fill('Of the other device');
    await expect(device.getByText('Saved', { exact: true })).toBeVisible();
    await device.close();
    vera.expectsInConsole(/status of 409/);
    await task.fill('Of this one');
    await vera.sees(/^You changed this story on another device/);
    await situation.fill('Also of this one');
    await row(/^Story 1/).click();
    await vera.sees(/not saved/);
    const asks = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asks;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await row(/^Story 1/).click();
    await expect(situation).toHaveValue('Also of this one');
    await vera.presses('Keep this text');
    await isSaved();
    await vera.reloads();
    await row(/^Story 1/).click();
    await expect(situation).toHaveValue('Also of this one');
    await expect(task).toHaveValue('Of this one');
  });

  await test.step('one that is deleted by keyboard leaves the focus near it, and comes back', async () => {
    await vera.presses('Write a story');
    await expect(row(/^Story 2/)).toBeVisible();
    await row(/^Story 1/).click();
    await expectAccessible(vera, 'a story that is open');
    const keys = new Keys(page);
    await keys.use('button', 'Delete this story');
    await expect(row(/^Story 1/)).toBeHidden();
    await expect(row(/^Story 2/)).toBeFocused();
    await vera.presses('Undo');
    await expect(page.getByRole('list').getByRole('button').first()).toHaveText(/^Story 1/);
    await row(/^Story 1/).click();
    await expect(task).toHaveValue('Of this one');
  });

  await test.step('all of them go only after a question', async () => {
    await vera.presses('Delete all 2 stories');
    const dialog = page.getByRole('alertdialog', { name: 'Delete all your stories?' });
    await dialog.getByRole('button', { name: 'Keep them' }).click();
    await expect(row(/^Story 2/)).toBeVisible();
    await vera.presses('Delete all 2 stories');
    await dialog.getByRole('button', { name: 'Delete all 2 stories' }).click();
    await expect(row(/^Story/)).toHaveCount(0);
    await vera.reloads();
    await expect(page.getByRole('button', { name: 'Write a story' })).toBeVisible();
    await expect(row(/^Story/)).toHaveCount(0);
  });
});
