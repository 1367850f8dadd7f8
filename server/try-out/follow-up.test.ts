import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped-packs';
import { fittingFollowUp } from './follow-up';

const point = (id: string, text: string) => ({ id, text, context: null });
const followUp = (id: string, when: string | null) => ({ id, text: `${id}?`, when, facts: null });
const item = {
  points: [
    point('cost', 'Says what memory it costs.'),
    point('sorted', 'Walks a sorted list from both ends.'),
  ],
  followUps: [
    followUp('any', null),
    followUp('ends', 'the sorted walk was not mentioned'),
    followUp('memory', 'memory was not mentioned'),
  ],
};

test('a follow-up fits when its When speaks of a point that was not heard', () => {
  expect(fittingFollowUp(item, { sorted: 'heard', cost: 'missed' }, [])?.id).toBe('memory');
  expect(fittingFollowUp(item, { sorted: 'missed', cost: 'heard' }, [])?.id).toBe('ends');
});

test('none fits an answer in which everything was heard, and none is asked twice', () => {
  expect(fittingFollowUp(item, { sorted: 'heard', cost: 'heard' }, [])).toBeNull();
  expect(fittingFollowUp(item, { sorted: 'heard', cost: 'partial' }, ['memory'])).toBeNull();
});

test('in the shipped packs, most questions have one for a person who missed everything', () => {
  const { questions } = shipped('software-engineer').pack;
  const fitting = questions.filter((question) => fittingFollowUp(question, {}, []) !== null);
  expect(fitting.length / questions.length).toBeGreaterThan(0.6);
});
