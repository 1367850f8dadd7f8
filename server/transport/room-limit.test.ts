import { expect, test } from 'vitest';
import { createJudgeLimit, OPINIONS_AN_HOUR } from './room-limit';

test('the judge has a limit for each person, and one for everybody, which no new guest gets around', async () => {
  const each = createJudgeLimit(1_000);
  for (let no = 0; no < OPINIONS_AN_HOUR; no += 1) expect(await each('pr_one')).toBe(true);
  expect(await each('pr_one')).toBe(false);
  expect(await each('pr_two')).toBe(true);
  const all = createJudgeLimit(2);
  expect([await all('pr_a'), await all('pr_b'), await all('pr_c')]).toEqual([true, true, false]);
});
