import { expect, test } from 'vitest';
import { bytesOf } from '@/app/live/bytes-of';
import type { CheckReport } from '@/server/protocol/code';
import { checkReport } from '@/server/protocol/code';
import { CODE_LIMITS } from '@/server/protocol/words';
import { fittedReport } from './fitted-report';

const full = (char: string): CheckReport => ({
  results: Array.from({ length: CODE_LIMITS.checks }, () => ({
    name: char.repeat(200),
    ok: false,
    message: char.repeat(CODE_LIMITS.checkMessage),
  })),
  output: char.repeat(CODE_LIMITS.checkOutput),
});

test.each(['漢', '\u001b', '\ud800', '😀'])(
  'a report that is full of %j fits into a frame, with every result',
  (char) => {
    const fitted = fittedReport(full(char));
    expect(bytesOf(fitted)).toBeLessThanOrEqual(CODE_LIMITS.checkReport);
    expect(fitted.results).toHaveLength(CODE_LIMITS.checks);
    expect(fitted.results.every(({ message }) => message.length > 0)).toBe(true);
    expect(checkReport.safeParse(fitted).success).toBe(true);
  },
);

test('one that fits stays as it is', () => {
  const report = full('x');
  expect(fittedReport(report)).toBe(report);
});
