import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Map<string, [number, number, number]>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('[data-theme="dark"]');
const light = tokensOf(lightCss);
const dark = tokensOf(darkCss);

function tokensOf(block: string): Tokens {
  const opaque = /--color-([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g;
  return new Map(
    [...block.matchAll(opaque)].map(([, name = '', l, c, h]) => [name, [Number(l), Number(c), Number(h)]]),
  );
}

/** Relative luminance (WCAG 2.2) of an OKLCH colour, clipped to sRGB. Matrices: Björn Ottosson, Oklab. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [tokens.get(one), tokens.get(other)];
  if (!a || !b) throw new Error(`no token ${a ? other : one}`);
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['paper', 'raised', 'sunken', 'ember-wash'];
const people = [1, 2, 3, 4, 5].map((no) => `person-${no}`);
const text = [...people, 'ink', 'ink-soft', 'ember', 'ember-strong', 'heard', 'partial', 'missed'];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_, tokens) => {
  test('names the same colours as the other theme', () => {
    expect([...tokens.keys()].sort()).toEqual([...light.keys()].sort());
  });

  test.each(surfaces.flatMap((surface) => text.map((name) => [name, surface] as const)))(
    '%s is readable on %s (4.5:1)',
    (name, surface) => expect(contrast(tokens, name, surface)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(['ember', 'ember-strong'])('text on %s is readable (4.5:1)', (name) =>
    expect(contrast(tokens, 'ember-ink', name)).toBeGreaterThanOrEqual(4.5),
  );

  test('paper is readable on ink (4.5:1)', () =>
    expect(contrast(tokens, 'paper', 'ink')).toBeGreaterThanOrEqual(4.5));

  test.each(['paper', 'raised', 'sunken'])('the edge of a control is seen on %s (3:1)', (surface) =>
    expect(contrast(tokens, 'edge', surface)).toBeGreaterThanOrEqual(3),
  );
});

test('black on white is 21:1', () => {
  const extremes: Tokens = new Map([
    ['black', [0, 0, 0]],
    ['white', [1, 0, 0]],
  ]);
  expect(contrast(extremes, 'black', 'white')).toBeCloseTo(21, 2);
});
