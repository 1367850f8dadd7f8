import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Recorder } from './recorder';

/** A microphone, as far as the recorder knows it. */
class Microphone {
  readonly track = {
    open: true,
    stop() {
      this.open = false;
    },
  };
  readonly getTracks = () => [this.track];
}

/** What the browser's question is answered with. */
const answer = { yes: (_: Microphone) => {}, no: (_: DOMException) => {} };

beforeEach(() => {
  const asked = new Promise<Microphone>((yes, no) => Object.assign(answer, { yes, no }));
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => asked } });
  vi.stubGlobal('MediaRecorder', class {});
});
afterEach(() => vi.unstubAllGlobals());

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
