import { expect, test } from 'vitest';
import { readPack } from './read-pack';

/** How many questions each competency has, in order. */
function groupsOf(source: string): [title: string, questions: number][] {
  const { problems, pack } = readPack(`# T\n\n${source}`);
  expect(problems).toEqual([]);
  const countOf = (id: string) => pack?.questions.filter(({ groupId }) => groupId === id).length ?? 0;
  return pack?.groups.map(({ id, title }) => [title, countOf(id)]) ?? [];
}

test.each([
  [
    'numbered questions with lists of their own',
    '1. How do you ship?\n\n- small\n\n',
    '1. Who helps?\n\n- all\n\n',
  ],
  ['plain questions', 'How do you ship?\n\n- small\n\n', 'Who helps?\n\n- all\n\n'],
])('bold words above %s are competencies', (_, ship, help) => {
  const wanted = [
    ['How We Ship', 1],
    ['Teamwork', 1],
  ];
  expect(groupsOf(`**How We Ship**\n\n${ship}**Teamwork**\n\n${help}`)).toEqual(wanted);
  expect(groupsOf(`**How We Ship:**\n\n${ship}**Teamwork:**\n\n${help}`)).toEqual(wanted);
});

test('bold words that describe a competency’s questions do not make a competency', () => {
  const skills = ['JavaScript', 'CSS'].map(
    (skill) =>
      `## ${skill}\n\n**Easy**\n\n**Q: What is ${skill}?**\n- a\n\n**Hard questions:**\n\n1. Why ${skill}?\n   - b\n`,
  );
  expect(groupsOf(skills.join('\n'))).toEqual([
    ['JavaScript', 2],
    ['CSS', 2],
  ]);
});

test('a separate label, or a sentence in bold, above a plain question does not hide it', () => {
  const ask = 'How do you ship?\n\n- small\n\n## B\n\n**Q1: Why?**\n- a\n';
  for (const words of ['Delivery:', 'Take your time.'])
    expect(groupsOf(`## A\n\n**${words}**\n\n${ask}`)).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
});
