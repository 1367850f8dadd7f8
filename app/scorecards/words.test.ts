import { expect, test } from 'vitest';
import { scorecardFor } from '@/server/review/scorecard';
import { interview, roomAfter } from '@/server/testing/interview';
import { marcus, ROUND } from '@/server/testing/interview-script';
import {
  competencyInWords,
  differenceInWords,
  moveInWords,
  namesOf,
  spreadInWords,
  timeInWords,
} from './words';

function card() {
  const found = scorecardFor(roomAfter(interview()), ROUND, marcus);
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

test('spread and time in a line', () => {
  const ask = card().asks[1];
  if (!ask?.panel) throw new Error('not revealed');
  expect(spreadInWords(ask.panel)).toBe('Range 2 · average deviation 0.67');
  expect(spreadInWords({ ...ask.panel, range: 0, ad: 0 })).toBe('All rated alike');
  expect(spreadInWords({ ...ask.panel, range: null, ad: null })).toBeNull();
  expect(timeInWords(ask)).toBe('3:37 of 3:00, 0:37 over');
  expect(timeInWords({ usedMs: 180_900, targetMs: 180_000 })).toBe('3:00 of 3:00');
});

test('the picture of a competency has its numbers in words', () => {
  const delivery = card().competencies[1];
  expect(delivery && competencyInWords(delivery)).toBe(
    'Delivery: mean 3.0 of 3 ratings, from 2 to 4; 3.3 after talking; own rating 3.0.',
  );
});
