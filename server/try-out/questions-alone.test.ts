import { expect, test } from 'vitest';
import { shipped } from '../testing/shipped-packs';
import { questionsAlone } from './questions-alone';

const { pack } = shipped('software-engineer');
const groupOf = (id: string) => pack.questions.find((question) => question.id === id)?.groupId;
const none = new Set<string>();

test('each question is from a different competency, while there are enough', () => {
  const ids = questionsAlone(pack, 5, 3, none);
  expect(ids).toHaveLength(5);
  expect(new Set(ids.map(groupOf)).size).toBe(5);
});

test('the same seed asks the same questions, another seed different ones', () => {
  expect(questionsAlone(pack, 3, 3, none)).toEqual(questionsAlone(pack, 3, 3, none));
  expect(questionsAlone(pack, 3, 4, none)).not.toEqual(questionsAlone(pack, 3, 3, none));
});

test('what was heard before comes last', () => {
  const all = questionsAlone(pack, pack.questions.length, 3, none);
  const heard = new Set(all.slice(0, 8));
  expect(questionsAlone(pack, 8, 3, heard).filter((id) => heard.has(id))).toEqual([]);
  expect(questionsAlone(pack, 3, 3, new Set(all))).toHaveLength(3);
});

test('one competency alone is asked about where somebody wishes it, and the pack has it', () => {
  const [group] = pack.groups;
  if (!group) throw new Error('the pack is too small');
  const ids = questionsAlone(pack, 3, 3, none, group.id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids.map(groupOf))).toEqual(new Set([group.id]));
  expect(questionsAlone(pack, 3, 3, none, 'gone')).toEqual(questionsAlone(pack, 3, 3, none));
});

test('twins are never asked together', () => {
  const [first, second, third] = pack.questions;
  if (!first || !second || !third) throw new Error('the pack is too small');
  const twins = { questions: [first, { ...second, notWith: [first.id] }, third] };
  const ids = questionsAlone(twins, 3, 1, none);
  expect(ids).toHaveLength(2);
  expect(ids).toContain(third.id);
});
