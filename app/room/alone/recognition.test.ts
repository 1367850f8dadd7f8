import { afterEach, expect, test, vi } from 'vitest';
import { canRecognise, recognise } from './recognition';

afterEach(() => vi.unstubAllGlobals());

/** What a browser has that recognises on the device, or not. */
function browserHas(state: string) {
  const made: Fake[] = [];
  class Fake {
    processLocally = false;
    started = 0;
    onresult: ((event: object) => void) | null = null;
    onend: (() => void) | null = null;
    onerror: ((event: object) => void) | null = null;
    static available = async ({ processLocally }: { processLocally: boolean }) =>
      processLocally ? state : 'available';
    constructor() {
      made.push(this);
    }
    start() {
      if (!this.processLocally) throw new Error('sound would be sent');
      this.started += 1;
    }
    stop() {
      this.onend?.();
    }
  }
  Reflect.set(Fake.prototype, 'processLocally', false);
  vi.stubGlobal('SpeechRecognition', Fake);
  return made;
}

test('speech is recognised only where the browser does it on the device', async () => {
  expect(await canRecognise()).toBe(false);
  browserHas('unavailable');
  expect(await canRecognise()).toBe(false);
  browserHas('available');
  expect(await canRecognise()).toBe(true);
});

test('a browser that would send the sound away is not used', async () => {
  const made: unknown[] = [];
  vi.stubGlobal(
    'SpeechRecognition',
    class {
      constructor() {
        made.push(this);
      }
    },
  );
  expect(await canRecognise()).toBe(false);
  recognise(
    () => {},
    () => {},
  )();
  expect(made).toEqual([]);
});

test('each sentence is told once, and an error ends it', () => {
  const [one] = [browserHas('available')];
  const told: string[] = [];
  const ended: string[] = [];
  recognise(
    (text) => told.push(text),
    (why) => ended.push(why),
  );
  const [recognition] = one;
  const results = [
    { isFinal: true, 0: { transcript: ' First I would ask. ' } },
    { isFinal: false, 0: { transcript: 'Then' } },
  ];
  recognition?.onresult?.({ resultIndex: 0, results });
  recognition?.onresult?.({
    resultIndex: 1,
    results: [results[0], { isFinal: true, 0: { transcript: 'Then I build.' } }],
  });
  expect(told).toEqual(['First I would ask.', 'Then I build.']);
  recognition?.onerror?.({ error: 'not-allowed' });
  recognition?.onend?.();
  expect(recognition?.started).toBe(1);
  expect(ended).toEqual(['not-allowed']);
});

test.each([
  ['service-not-allowed', 'not-allowed'],
  ['audio-capture', 'no-microphone'],
  ['network', 'broken'],
])('an end by %s is told once as %s, and silence is no end', (error, why) => {
  const made = browserHas('available');
  const ended: string[] = [];
  const stop = recognise(
    () => {},
    (one) => ended.push(one),
  );
  made[0]?.onerror?.({ error: 'no-speech' });
  expect(ended).toEqual([]);
  made[0]?.onerror?.({ error });
  made[0]?.onend?.();
  stop();
  expect(ended).toEqual([why]);
});

test('recognition that ends as soon as it begins is told as broken, and one that was stopped is not', () => {
  const made = browserHas('available');
  const ended: string[] = [];
  const begin = () =>
    recognise(
      () => {},
      (why) => ended.push(why),
    );
  begin()();
  expect(ended).toEqual([]);
  begin();
  made[1]?.onend?.();
  expect(ended).toEqual(['broken']);
});
