import { expect, test } from 'vitest';
import { earlyWords } from './early-words';

test('the question before an early reveal names the missing ratings, and none once all are in', () => {
  expect(earlyWords({ rated: 2, of: 3 })).toMatchObject({
    title: 'Reveal without 1 rating?',
    go: 'Reveal 2 ratings',
  });
  expect(earlyWords({ rated: 3, of: 3 })).toMatchObject({ title: 'Everyone has rated', go: 'Reveal' });
});
