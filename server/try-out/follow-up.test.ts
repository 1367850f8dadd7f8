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

test('a point without a mark is not taken for missed', () => {
  expect(fittingFollowUp(item, { sorted: 'heard' }, [])).toBeNull();
  expect(fittingFollowUp(item, {}, [])).toBeNull();
});

test.each([
  ['Chinese', '说明内存的成本', '保持列表有序', '没有提到内存'],
  ['Japanese', 'メモリの使用量を説明する', 'リストを並べ替える', 'メモリに触れなかった'],
])('a When in %s fits by its words, too', (_, cost, sorted, when) => {
  const guide = {
    points: [point('cost', cost), point('sorted', sorted)],
    followUps: [followUp('memory', when)],
  };
  expect(fittingFollowUp(guide, { cost: 'missed', sorted: 'heard' }, [])?.id).toBe('memory');
  expect(fittingFollowUp(guide, { cost: 'heard', sorted: 'missed' }, [])).toBeNull();
});

test('in the shipped packs, most questions have one for a person who missed everything', () => {
  const { questions } = shipped('software-engineer').pack;
  const missed = ({ points }: (typeof questions)[number]) =>
    Object.fromEntries(points.map(({ id }) => [id, 'missed' as const]));
  const fitting = questions.filter((question) => fittingFollowUp(question, missed(question), []) !== null);
  expect(fitting.length / questions.length).toBeGreaterThan(0.6);
});
