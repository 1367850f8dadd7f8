import { expect, test } from 'vitest';
import { keptApartInWords, notKeptApart } from './kept-apart';

const built = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([name, text]) => [`static/chunks/${name}`, text]));

const PARTS = {
  'tips.js': '"Close the tips for good"," is answering"',
  'practice.js': '"A panel for one","A second opinion, by a machine"',
  'sound.js': '"by-answer",new SpeechSynthesisUtterance(a)',
};
const PAGE = ['static/chunks/page.js'];

test('a room’s page that holds nothing of try-outs and practices passes', () => {
  const early = notKeptApart(built({ ...PARTS, 'page.js': '"Push to candidate"' }), PAGE);
  expect(early).toEqual([]);
  expect(keptApartInWords(early)).toContain('holds nothing of it');
});

test('a part of them in the room’s page is named', () => {
  const early = notKeptApart(built({ ...PARTS, 'page.js': 'new SpeechSynthesisUtterance("a")' }), PAGE);
  expect(early).toEqual(['the voice (static/chunks/page.js)']);
  expect(keptApartInWords(early)).toContain('the voice');
});

test('a build in which a part is not found by its words cannot be checked, and says so', () => {
  expect(() => notKeptApart(built({ ...PARTS, 'tips.js': '' }), PAGE)).toThrow(/nothing to look for/);
});
