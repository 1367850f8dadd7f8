import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hush, isReadNow, onVoices, speak } from './voice';

/** What the browser was told to say. */
let said: { text: string; voice?: { name: string }; onstart(): void; onend(): void }[] = [];
let voices: { name: string; lang: string; localService: boolean }[] = [];

beforeEach(() => {
  said = [];
  voices = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
  vi.stubGlobal('speechSynthesis', {
    cancel: () => {},
    getVoices: () => voices,
    speak: (one: never) => said.push(one),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const isOver = async (reading: Promise<void>) =>
  Promise.race([reading.then(() => true), vi.advanceTimersByTimeAsync(0).then(() => false)]);

test('reading aloud is over when the voice is', async () => {
  const reading = speak('A question of some length.', 'Noor');
  said[0]?.onstart();
  expect(await isOver(reading)).toBe(false);
  said[0]?.onend();
  expect(await isOver(reading)).toBe(true);
});

test('nobody waits for a voice that never begins, never ends, or was hushed', async () => {
  const silent = speak('A question.', 'Noor');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await isOver(silent)).toBe(true);
  const endless = speak('A question.', 'Noor');
  said[1]?.onstart();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await isOver(endless)).toBe(true);
  const hushed = speak('A question.', 'Noor');
  hush();
  expect(await isOver(hushed)).toBe(true);
});

test('nothing is read twice in a page', () => {
  expect([isReadNow('ask 0'), isReadNow('ask 0'), isReadNow('ask 1')]).toEqual([false, true, false]);
});

test('a voice of the device reads, if there is one, and a person is told where there is none', () => {
  const remote = { name: 'far', lang: 'en-US', localService: false };
  const told: boolean[] = [];
  onVoices((areRemote) => told.push(areRemote))();
  voices = [remote];
  onVoices((areRemote) => told.push(areRemote))();
  void speak('A question.', 'Noor');
  voices = [remote, { name: 'near', lang: 'en-GB', localService: true }];
  onVoices((areRemote) => told.push(areRemote))();
  for (const who of ['Noor', 'Ida', 'Tom']) void speak('A question.', who);
  expect(told).toEqual([false, true, false]);
  expect(said.map(({ voice }) => voice?.name)).toEqual(['far', 'near', 'near', 'near']);
});
