import { describe, expect, test } from 'vitest';
import type { Scorecard } from '@/server/protocol/scorecard';
import { scorecardFor } from '@/server/review/scorecard';
import { interview, roomAfter } from '@/server/testing/interview';
import { marcus } from '@/server/testing/interview-script';
import {
  agreementInWords,
  competencyInWords,
  differenceInWords,
  listed,
  moveInWords,
  namesOf,
  spreadInWords,
  timeInWords,
} from './words';

function card() {
  const found = scorecardFor(roomAfter(interview()), 'r1', marcus);
  if (!found) throw new Error('not entitled');
  return found;
}

test('people are called by their first names, unless two share one', () => {
  const name = namesOf(card());
  expect(name(marcus)).toBe('Marcus');
  const twice = card();
  const people = twice.people.map((person) => ({ ...person, name: person.name.replace('Aiko', 'Marcus') }));
  expect(namesOf({ ...twice, people })(marcus)).toBe('Marcus Weber');
});

test('a list of people reads as a sentence', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
});

test('who moved, and which way', () => {
  const moved = card();
  const [move] = moved.headline?.moves ?? [];
  expect(move && moveInWords(move, namesOf(moved))).toBe('Marcus went from 2 to 3');
});

test.each([
  [3.46, 3.42, 'down 0.1'],
  [3.42, 3.4, 'unchanged'],
  [3, 3.34, 'up 0.3'],
  [null, 3, null],
])('from %s to %s is "%s", as the figures shown differ', (first, second, words) => {
  expect(differenceInWords(first, second)).toBe(words);
});

describe('agreement', () => {
  const words = (agreement: Partial<NonNullable<Scorecard['agreement']>>) =>
    agreementInWords({
      compared: 4,
      flagged: 1,
      alike: 1,
      pairs: { all: 12, withinOne: 9 },
      alpha: null,
      why: 'too-few',
      ...agreement,
    }).join(' ');

  test('nothing to compare, and no spread to test, are said as such', () => {
    expect(words({ compared: 0, why: 'nothing-to-compare' })).toContain('nothing to compare');
    expect(words({ compared: 9, why: 'no-spread' })).toContain('no spread to test');
    expect(words({ compared: 1, why: 'no-spread' })).toContain('the one question');
  });

  test('under eight questions it says that there is no number, and why', () => {
    expect(words({})).toMatch(/9 of 12 pairs .* \(75 %\).*no single number.*below eight.*With 4/);
  });

  test('the number is always with its interval and beside the share of near pairs', () => {
    const alpha = { value: 0.62, low: -0.1, high: 0.95 };
    expect(words({ compared: 9, why: null, alpha })).toMatch(/75 %.*α is 0\.62 .*−0\.10 to 0\.95.*wide/);
    expect(words({ compared: 20, why: null, alpha })).not.toContain('wide');
    expect(words({ compared: 9, why: 'one-ask' })).toContain('in one question');
  });

  test('a low number is explained', () => {
    const alpha = { value: -0.045, low: -0.2, high: 0.1 };
    expect(words({ compared: 16, why: null, alpha })).toContain('nearly everybody agrees');
  });
});

test('spread and time in a line', () => {
  const ask = card().asks[1];
  if (!ask?.panel) throw new Error('not revealed');
  expect(spreadInWords(ask.panel)).toBe('Range 2 · average deviation 0.67');
  expect(spreadInWords({ ...ask.panel, range: 0, ad: 0 })).toBe('All rated alike');
  expect(spreadInWords({ ...ask.panel, range: null, ad: null })).toBeNull();
  expect(timeInWords(ask)).toBe('3:37 of 3:00, 0:37 over');
  expect(timeInWords({ usedMs: 180_900, targetMs: 180_000 })).toBe('3:00 of 3:00');
});

test('the picture of a competency says its numbers', () => {
  const delivery = card().competencies[1];
  expect(delivery && competencyInWords(delivery)).toBe(
    'Delivery: mean 3.0 of 3 ratings, from 2 to 4; 3.3 after talking; own rating 3.0.',
  );
});
