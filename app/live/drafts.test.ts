import { beforeEach, expect, test, vi } from 'vitest';
import { aBrowser } from './a-browser';
import { messageDraft, noteDraft } from './drafts';

const browser = aBrowser();
const NOTE = noteDraft('a1');
const drafts = () => browser.open().client;
/** A window whose power can go: it says no goodbye. */
function aWindowThatCrashes() {
  const { storage } = browser;
  let isOn = true;
  browser.storage = {
    ...storage,
    set: (key, text) => {
      if (isOn) storage.set(key, text);
    },
    remove: (key) => {
      if (isOn) storage.remove(key);
    },
  };
  const client = drafts();
  browser.storage = storage;
  return {
    drafts: client.drafts,
    crashes: () => {
      isOn = false;
    },
  };
}

beforeEach(() => vi.setSystemTime(1_000_000));

test('two windows of one person keep each their own unsent words', () => {
  const [one, other] = [drafts(), drafts()];
  one.drafts.set(NOTE, 'from the first');
  other.drafts.set(NOTE, 'from the second');
  expect(one.drafts.get(NOTE)).toBe('from the first');
  other.drafts.set(NOTE, '');
  expect(one.drafts.get(NOTE)).toBe('from the first');
});

test('a reload finds the words again, at once', () => {
  const before = drafts();
  before.drafts.set(messageDraft, 'half a sentence');
  before.pageLeaves();
  expect(drafts().drafts.get(messageDraft)).toBe('half a sentence');
});

test('words of a window that is closed come up in the other once there is room for them', async () => {
  const [one, other] = [drafts(), drafts()];
  one.drafts.set(NOTE, 'from the first');
  other.drafts.set(NOTE, 'from the second');
  one.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(other.drafts.get(NOTE)).toBe('from the second');
  other.drafts.set(NOTE, '');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(other.drafts.get(NOTE)).toBe('from the first');
});

test('a window that is there keeps its words, however long it is silent, and one that crashed loses none', async () => {
  const there = aWindowThatCrashes();
  there.drafts.set(NOTE, 'still thinking');
  const other = drafts();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(other.drafts.get(NOTE)).toBe('');
  there.crashes();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(other.drafts.get(NOTE)).toBe('still thinking');
});
