import { keepRecording } from './recordings';
import { RATE, speechIn, wavOf } from './sound';

export type RecorderState =
  | { kind: 'off' }
  | { kind: 'asking' }
  | { kind: 'on'; stream: MediaStream; recording: boolean }
  | { kind: 'failed'; why: string };

/** Shorter stretches are a slip of the finger. */
const LEAST_MS = 400;
/** Milliseconds for the code of the next screen of a practice to arrive. */
const BETWEEN_SCREENS_MS = 3_000;
const GONE = 'The microphone is gone. What it heard is kept, and the next answer asks for it again.';

/** A stretch that is being recorded. `stopped` resolves once the recorder has stopped, by itself too, and `parts` holds everything that was heard. */
interface Running {
  recorder: MediaRecorder;
  parts: Blob[];
  startMs: number;
  begunAt: number;
  stopped: Promise<void>;
}

/**
 * The microphone of somebody who practises alone: what it hears goes to this browser's store, and nowhere else. There is one
 * for the page, since screens change while it runs.
 */
export class Recorder {
  private state: RecorderState = { kind: 'off' };
  private readonly listeners = new Set<() => void>();
  private running: Running | null = null;
  private screens = 0;

  getState = (): RecorderState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /**
   * A screen of a practice is shown. Returns what ends that: unless another follows, the microphone is let go, however
   * the room was left. A practice has several, and no browser should ask for the microphone with each.
   */
  enter(): () => void {
    this.screens += 1;
    return () => {
      this.screens -= 1;
      setTimeout(() => {
        if (this.screens === 0) this.off();
      }, BETWEEN_SCREENS_MS);
    };
  }

  /** Asks for the microphone. */
  async allow(): Promise<void> {
    if (this.state.kind === 'on' || this.state.kind === 'asking') return;
    this.show({ kind: 'asking' });
    try {
      if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices)
        throw new DOMException('there is nothing to record with', 'SecurityError');
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      // The page may have let go while the browser was still asking.
      if (!this.isAsking()) return stop(stream);
      for (const track of stream.getTracks()) track.onended = () => this.lost(stream);
      this.show({ kind: 'on', stream, recording: false });
    } catch (error) {
      if (this.isAsking()) this.show({ kind: 'failed', why: whyNot(error) });
    }
  }

  private isAsking(): boolean {
    return this.state.kind === 'asking';
  }

  /** Lets the microphone go. What it has heard of an answer is still there for `finish`. */
  off(): void {
    if (this.state.kind === 'on') stop(this.state.stream);
    this.show({ kind: 'off' });
  }

  /** Somebody pulled it out, or took the permission back. */
  private lost(stream: MediaStream): void {
    if (this.state.kind === 'on' && this.state.stream === stream) this.show({ kind: 'failed', why: GONE });
  }

  /** Records from here on; `startMs` into the answer. */
  begin(startMs: number): void {
    if (this.state.kind !== 'on' || this.running) return;
    const recorder = new MediaRecorder(this.state.stream);
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    // Not only when it is told to: it also stops by itself, when there is nothing to hear any more.
    const stopped = new Promise<void>((resolve) => {
      recorder.onstop = () => {
        if (this.running?.recorder === recorder) this.showRecording(false);
        resolve();
      };
    });
    recorder.start();
    this.running = { recorder, parts, startMs, begunAt: performance.now(), stopped };
    this.showRecording(true);
  }

  /** Holds it while the clock waits, and goes on with the clock. */
  hold(waits: boolean): void {
    const recorder = this.running?.recorder;
    if (waits && recorder?.state === 'recording') recorder.pause();
    if (!waits && recorder?.state === 'paused') recorder.resume();
  }

  /** Ends the stretch and keeps it. */
  async finish(roomId: string, askId: string): Promise<void> {
    const { running } = this;
    if (!running) return;
    const isSlip = performance.now() - running.begunAt < LEAST_MS;
    const sound = await this.end(running);
    // It may be too short to be read at all.
    if (isSlip) return;
    const samples = await samplesOf(sound);
    const durationMs = (samples.length / RATE) * 1_000;
    if (durationMs < LEAST_MS) return;
    await keepRecording({
      roomId,
      askId,
      sound: new Blob([wavOf(samples)], { type: 'audio/wav' }),
      startMs: running.startMs,
      durationMs,
      speech: speechIn(samples),
      at: Date.now(),
    });
  }

  discard(): void {
    if (this.running) void this.end(this.running);
  }

  private async end({ recorder, parts, stopped }: Running): Promise<Blob> {
    this.running = null;
    this.showRecording(false);
    if (recorder.state !== 'inactive') recorder.stop();
    await stopped;
    return new Blob(parts, { type: recorder.mimeType });
  }

  private showRecording(recording: boolean): void {
    if (this.state.kind === 'on') this.show({ ...this.state, recording });
  }

  private show(state: RecorderState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

export const recorder = new Recorder();

/** One channel at RATE, whatever the microphone gave. */
async function samplesOf(sound: Blob): Promise<Float32Array> {
  if (sound.size === 0) return new Float32Array();
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await sound.arrayBuffer());
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, no) => decoded.getChannelData(no));
  const [first = new Float32Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map(
    (sample, at) => (sample + others.reduce((sum, one) => sum + (one[at] ?? 0), 0)) / channels.length,
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function whyNot(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return 'The browser was told not to use the microphone here. Allow it beside the address, then try again.';
  if (name === 'NotFoundError') return 'No microphone was found. Plug one in, then try again.';
  if (name === 'SecurityError')
    return 'This browser can’t record on this address. You can practise without a recording.';
  return 'The microphone did not answer. You can practise without a recording.';
}
