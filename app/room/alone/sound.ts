/** Facts of a recording, and the form in which it is kept. Samples are -1 to 1, one channel. */

/** Samples a second: enough for a voice, and a third of what a microphone gives. */
export const RATE = 16_000;
const FRAME_MS = 50;
/** A frame this many times as loud as the quietest ones holds a voice; below LEAST it is silence anywhere. */
const ABOVE_FLOOR = 4;
const LEAST = 0.008;
/** Shorter gaps are breath. */
const PAUSE_MS = 1_500;

export interface Pause {
  /** Where it begins, in the recording. */
  atMs: number;
  ms: number;
}

export interface Speech {
  /** Until the first word. */
  beginsMs: number;
  /** Frames with a voice in them, together. */
  spokenMs: number;
  /** Gaps between words, of PAUSE_MS or more. */
  pauses: Pause[];
}

/** When somebody speaks in a recording. Null where nobody is heard. */
export function speechIn(samples: Float32Array, rate = RATE): Speech | null {
  const size = Math.round((rate * FRAME_MS) / 1_000);
  const loudness = Array.from({ length: Math.floor(samples.length / size) }, (_, frame) =>
    rms(samples.subarray(frame * size, (frame + 1) * size)),
  );
  const floor = loudness.toSorted((a, b) => a - b)[Math.floor(loudness.length / 10)] ?? 0;
  const bar = Math.max(LEAST, floor * ABOVE_FLOOR);
  const voiced = loudness.flatMap((loud, frame) => (loud >= bar ? [frame] : []));
  const [first] = voiced;
  if (first === undefined) return null;
  const pauses = voiced.slice(1).flatMap((frame, index) => {
    const before = voiced[index] ?? frame;
    const ms = (frame - before - 1) * FRAME_MS;
    return ms >= PAUSE_MS ? [{ atMs: (before + 1) * FRAME_MS, ms }] : [];
  });
  return { beginsMs: first * FRAME_MS, spokenMs: voiced.length * FRAME_MS, pauses };
}

function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

const HEADER = 44;

/** A WAV file: unlike what a recorder writes it says how long it is, and can be played from any moment. */
export function wavOf(samples: Float32Array, rate = RATE): ArrayBuffer {
  const file = new ArrayBuffer(HEADER + samples.length * 2);
  const view = new DataView(file);
  const text = (at: number, word: string) => {
    for (let index = 0; index < word.length; index += 1) view.setUint8(at + index, word.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, file.byteLength - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries())
    view.setInt16(HEADER + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  return file;
}
