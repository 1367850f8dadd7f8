import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Recorder } from './recorder';

/** A microphone, as far as the recorder knows it. */
class Microphone {
  readonly track = {
    open: true,
    onended: () => {},
    stop() {
      this.open = false;
    },
  };
  readonly getTracks = () => [this.track];
}

/** What writes down what it hears: nothing, here. */
class Writer {
  static last: Writer;
  state = 'inactive';
  onstop = () => {};
  constructor() {
    Writer.last = this;
  }
  start() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    queueMicrotask(() => this.onstop());
  }
}

const ANSWER = { roomId: 'room', askId: 'ask' };

/** What the browser's question is answered with. */
let answer: { yes(microphone: Microphone): void; no(error: DOMException): void };

beforeEach(() => {
  const asked = new Promise<Microphone>((yes, no) => {
    answer = { yes, no };
  });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => asked } });
  vi.stubGlobal('MediaRecorder', Writer);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function recording() {
  const recorder = new Recorder();
  const microphone = new Microphone();
  answer.yes(microphone);
  await recorder.allow();
  recorder.begin(0, ANSWER);
  expect(recorder.getState()).toMatchObject({ kind: 'on', recording: true });
  return { recorder, microphone };
}

describe('a recording', () => {
  test('ends when its answer does', async () => {
    const { recorder } = await recording();
    await recorder.finish('room', 'ask');
    expect(Writer.last.state).toBe('inactive');
    expect(recorder.getState()).toMatchObject({ kind: 'on', recording: false });
  });

  test('that stopped by itself says so, and its answer can still be finished', async () => {
    const { recorder } = await recording();
    Writer.last.stop();
    await Promise.resolve();
    expect(recorder.getState()).toMatchObject({ kind: 'on', recording: false });
    await recorder.finish('room', 'ask');
    recorder.begin(1_000, ANSWER);
    expect(recorder.getState()).toMatchObject({ kind: 'on', recording: true });
  });

  test('whose microphone is pulled out is finished with what there is, and the microphone can be asked for again', async () => {
    const { recorder, microphone } = await recording();
    microphone.track.onended();
    Writer.last.stop();
    expect(recorder.getState()).toMatchObject({ kind: 'failed' });
    await recorder.finish('room', 'ask');
    await recorder.allow();
    expect(recorder.getState()).toMatchObject({ kind: 'on', recording: false });
  });

  test('can be finished after its page has let the microphone go', async () => {
    const { recorder } = await recording();
    recorder.off();
    await recorder.finish('room', 'ask');
    expect(Writer.last.state).toBe('inactive');
  });
});

test('a recorder that cannot begin says so, and the practice goes on without it', async () => {
  const { recorder, microphone } = await (async () => {
    const one = new Recorder();
    const microphone = new Microphone();
    answer.yes(microphone);
    await one.allow();
    return { recorder: one, microphone };
  })();
  vi.stubGlobal(
    'MediaRecorder',
    class {
      constructor() {
        throw new DOMException('no such format', 'NotSupportedError');
      }
    },
  );
  recorder.begin(0, ANSWER);
  expect([recorder.getState().kind, microphone.track.open]).toEqual(['failed', false]);
  await recorder.finish('room', 'ask');
});

describe('a microphone', () => {
  test('is closed when its page lets it go', async () => {
    const recorder = new Recorder();
    const microphone = new Microphone();
    answer.yes(microphone);
    await recorder.allow();
    expect([recorder.getState().kind, microphone.track.open]).toEqual(['on', true]);
    recorder.off();
    expect([recorder.getState().kind, microphone.track.open]).toEqual(['off', false]);
  });

  test('stays open from one screen of a practice to the next, and is closed after the last', async () => {
    vi.useFakeTimers();
    const recorder = new Recorder();
    const microphone = new Microphone();
    answer.yes(microphone);
    const leaves = recorder.enter();
    await recorder.allow();
    leaves();
    const leavesNext = recorder.enter();
    vi.runAllTimers();
    expect(microphone.track.open).toBe(true);
    leavesNext();
    vi.runAllTimers();
    expect([recorder.getState().kind, microphone.track.open]).toEqual(['off', false]);
  });

  test('is closed at once when the browser gives it to a page that has let go', async () => {
    const recorder = new Recorder();
    const microphone = new Microphone();
    const allowed = recorder.allow();
    recorder.off();
    answer.yes(microphone);
    await allowed;
    expect([recorder.getState().kind, microphone.track.open]).toEqual(['off', false]);
  });

  test('that was not allowed says so only to a page that still asks', async () => {
    const recorder = new Recorder();
    const allowed = recorder.allow();
    recorder.off();
    answer.no(new DOMException('no', 'NotAllowedError'));
    await allowed;
    expect(recorder.getState()).toEqual({ kind: 'off' });
  });
});
