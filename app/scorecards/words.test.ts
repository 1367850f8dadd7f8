import { describe, expect, test } from 'vitest';
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
  const words = (compared: number, flagged: number, alike: number) =>
    agreementInWords({ compared, flagged, alike }).join(' ');

  test('nothing to compare, and no spread to test, are said as such', () => {
    expect(words(0, 0, 0)).toContain('nothing to compare');
    expect(words(5, 0, 5)).toContain('no spread to test');
    expect(words(1, 0, 1)).toContain('the one question');
    expect(words(1, 1, 0)).toContain('On the one question that two people rated, the ratings lie two points');
  });

  test('under eight questions it says that there is no number, and why', () => {
    expect(words(4, 1, 1)).toMatch(/no single number.*at least eight.*With 4, it would/);
    expect(words(8, 1, 1)).not.toContain('no single number');
  });

  test('how many are far apart', () => {
    expect(words(8, 2, 1)).toContain('On 2 of the 8 questions');
    expect(words(8, 0, 1)).toContain('within one point of each other');
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
