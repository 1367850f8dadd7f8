import { expect, test } from 'vitest';
import { settings } from './commands';

const title = (text: string) => settings.shape.title.safeParse(text).data;

test('a tab pasted from a spreadsheet is a space in a line, and a line of nothing else is no line', () => {
  expect(title('Staff\tbackend\n')).toBe('Staff backend');
  expect(title('nothing\0hidden')).toBe('nothing hidden');
  expect(title('\t\n')).toBeUndefined();
});
