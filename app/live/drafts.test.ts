import { beforeEach, expect, test, vi } from 'vitest';
import { aBrowser } from './a-browser';
import { type Locks, messageDraft, noteDraft } from './drafts';

const browser = aBrowser();
const NOTE = noteDraft('a1');
const drafts = (locks?: Locks) => browser.open(locks).client;

/** A browser's locks. Each `ofPage` lets go of its own when that page is gone, or when what it does with one ends. */
function someLocks() {
  const held = new Set<string>();
  const ofPage = () => {
    const own = new Set<string>();
    const request = async (name: string, ...more: unknown[]) => {
      const work = more.at(-1) as (lock: { name: string } | null) => unknown;
      const isFree = !held.has(name);
      if (isFree) own.add(name);
      if (isFree) held.add(name);
      await work(isFree ? { name } : null);
      if (isFree) held.delete(name);
    };
    return { locks: { request } as Locks, gone: () => own.forEach((name) => void held.delete(name)) };
  };
  return { ofPage };
}

/** A window that can become silent, and says no goodbye: it crashed, or its browser does not let it do anything. */
function aWindow(locks?: Locks) {
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
  const client = drafts(locks);
  browser.storage = storage;
  return {
    drafts: client.drafts,
    fallsSilent: () => {
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

test('a hidden window, which may say that it is there once a minute, keeps its words; one that crashed loses none', async () => {
  const there = aWindow();
  there.drafts.set(NOTE, 'still thinking');
  const other = drafts();
  await vi.advanceTimersByTimeAsync(60_000);
  there.fallsSilent();
  await vi.advanceTimersByTimeAsync(70_000);
  expect(other.drafts.get(NOTE)).toBe('');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(other.drafts.get(NOTE)).toBe('still thinking');
});

test('where browsers have locks, a window keeps its words however long it is silent, and one that crashed soon has them in the next', async () => {
  const { ofPage } = someLocks();
  const page = ofPage();
  const there = aWindow(page.locks);
  there.drafts.set(NOTE, 'still thinking');
  there.drafts.set(messageDraft, 'half a sentence');
  const [other, third] = [drafts(ofPage().locks), drafts(ofPage().locks)];
  there.fallsSilent();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(other.drafts.get(NOTE) + third.drafts.get(NOTE)).toBe('');
  page.gone();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([other.drafts.get(NOTE), third.drafts.get(NOTE)].sort()).toEqual(['', 'still thinking']);
  expect([other.drafts.get(messageDraft), third.drafts.get(messageDraft)].sort()).toEqual([
    '',
    'half a sentence',
  ]);
});
