import { expect, test } from 'vitest';
import { lateInWords } from './late-in-words';

const person = (name: string, here = false) => ({ name, here, me: false });

test('a lobby says at the time who is not here yet', () => {
  expect(lateInWords([person('Pia', true)])).toBeNull();
  expect(lateInWords([person('Sam'), person('Pia', true)])).toBe(
    'It’s time. Sam isn’t here yet, and can still join later.',
  );
  expect(lateInWords([person('Sam'), person('Pia')])).toContain('Sam and Pia aren’t here yet');
  expect(lateInWords([person('Sam'), person('Pia'), person('Ola')])).toContain('Sam and 2 others');
});
