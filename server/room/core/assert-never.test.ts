import { expect, test } from 'vitest';
import { assertNever } from './assert-never';

test.each([
  [{ type: 'WriteNote', text: 'said by Zebra' }, 'Unhandled: WriteNote'],
  [{ kind: 'members-here', rooms: ['Zebra'] }, 'Unhandled: members-here'],
  [{ name: 'Zebra' }, 'Unhandled: object'],
  ['Zebra said so', 'Unhandled: string'],
  [7, 'Unhandled: number'],
])('what nobody handles is named by its kind alone: %j', (value, message) => {
  expect(() => assertNever(value as never)).toThrow(new Error(message));
});
