import { randomId } from '@/app/live/random-id';
import { dropPieces, keepPiece, keepRecording, takeLeftPieces } from './recordings';
import { RATE, speechIn, wavOf } from './sound';

export type RecorderState =
  | { kind: 'off' }
  | { kind: 'asking' }
  | { kind: 'on'; stream: MediaStream; recording: boolean }
  | { kind: 'failed'; why: string };

/** How often (ms) a recorder gives what it has: a page that is reloaded loses so much. */
const PIECE_MS = 1_000;
/** What this page recorded. */
const TAKES = new Set<string>();
/** Shorter stretches are a slip of the finger. */
const LEAST_MS = 400;
/** Milliseconds for the code of the next screen of a practice to arrive. */
const BETWEEN_SCREENS_MS = 3_000;
const GONE = 'The microphone is gone. What it heard is kept, and the next answer asks for it again.';

/** A stretch that is being recorded. `stopped` resolves once the recorder has stopped, by itself too, and `parts` holds everything that was heard. */
interface Running {
  recorder: MediaRecorder;
  parts: Blob[];
  /** Its pieces in the browser's store. */
  take: string;
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
      if (!canRecord()) throw new DOMException('there is nothing to record with', 'SecurityError');
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
  begin(startMs: number, answer: Answer): void {
    if (this.state.kind !== 'on' || this.running) return;
    try {
      this.record(new MediaRecorder(this.state.stream), startMs, answer);
    } catch (error) {
      stop(this.state.stream);
      this.show({ kind: 'failed', why: whyNot(error) });
    }
  }

  private record(recorder: MediaRecorder, startMs: number, answer: Answer): void {
    const parts: Blob[] = [];
    const take = randomId();
    TAKES.add(take);
    recorder.ondataavailable = ({ data }) => {
      parts.push(data);
      const piece = { ...answer, take, no: parts.length - 1, startMs, data, at: Date.now() };
      // Where the browser keeps nothing, `finish` says so.
      if (this.running?.take === take) keepPiece(piece).catch(() => {});
    };
    // Not only when it is told to: it also stops by itself, when there is nothing to hear any more.
    const stopped = new Promise<void>((resolve) => {
      recorder.onstop = () => {
        if (this.running?.recorder === recorder) this.showRecording(false);
        resolve();
      };
    });
    recorder.start(PIECE_MS);
    this.running = { recorder, parts, take, startMs, begunAt: performance.now(), stopped };
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
    if (!isSlip) await keepSound({ roomId, askId }, running.startMs, sound);
    await dropPieces(running.take).catch(() => {});
  }

  discard(): void {
    const { running } = this;
    if (running) void this.end(running).then(() => dropPieces(running.take).catch(() => {}));
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

/** Not on a plain address of a network, for one. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
}

interface Answer {
  roomId: string;
  askId: string;
}

async function keepSound(answer: Answer, startMs: number, sound: Blob): Promise<void> {
  const samples = await samplesOf(sound);
  const durationMs = (samples.length / RATE) * 1_000;
  if (durationMs < LEAST_MS) return;
  await keepRecording({
    ...answer,
    sound: new Blob([wavOf(samples)], { type: 'audio/wav' }),
    startMs,
    durationMs,
    speech: speechIn(samples),
    at: Date.now(),
  });
}

/** Keeps what a page had recorded of an answer when it was reloaded or closed. */
export async function recoverRecordings(roomId: string, askId: string): Promise<void> {
  try {
    for (const take of await takeLeftPieces(roomId, askId, { now: Date.now(), mine: TAKES })) {
      const [first] = take;
      if (!first) continue;
      const sound = new Blob(
        take.map(({ data }) => data),
        { type: first.data.type },
      );
      await keepSound({ roomId, askId }, first.startMs, sound);
    }
  } catch {
    // The browser keeps nothing, or cannot read what it kept.
  }
}

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
