import { expect, test } from 'vitest';
import { RATE, speechIn, wavOf } from './sound';

/** Seconds of a tone, or of a quiet room. */
function sound(...parts: readonly { seconds: number; loud: boolean }[]): Float32Array {
  return Float32Array.from(
    parts.flatMap(({ seconds, loud }) =>
      Array.from({ length: seconds * RATE }, (_, at) =>
        loud ? 0.2 * Math.sin(at / 8) : 0.001 * Math.sin(at / 3),
      ),
    ),
  );
}

test('a pause is a gap between words; what comes before the first word and after the last is none', () => {
  const samples = sound(
    { seconds: 2, loud: false },
    { seconds: 3, loud: true },
    { seconds: 2, loud: false },
    { seconds: 1, loud: true },
    { seconds: 1, loud: false },
    { seconds: 2, loud: true },
    { seconds: 4, loud: false },
  );
  expect(speechIn(samples)).toEqual({
    beginsMs: 2_000,
    spokenMs: 6_000,
    pauses: [{ atMs: 5_000, ms: 2_000 }],
  });
});

test('of a quiet room nothing is said', () => {
  expect(speechIn(sound({ seconds: 3, loud: false }))).toBeNull();
  expect(speechIn(new Float32Array())).toBeNull();
});

test('a file says its length, and holds the samples', () => {
  const file = wavOf(Float32Array.from([0, 1, -1, 2]));
  const view = new DataView(file);
  expect(file.byteLength).toBe(52);
  expect(view.getUint32(24, true)).toBe(RATE);
  expect(view.getUint32(40, true)).toBe(8);
  expect([0, 1, 2, 3].map((at) => view.getInt16(44 + at * 2, true))).toEqual([0, 32_767, -32_767, 32_767]);
});
