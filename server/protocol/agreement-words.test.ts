import { describe, expect, test } from 'vitest';
import { agreementInWords } from './agreement-words';
import type { Scorecard } from './scorecard';

describe('agreement', () => {
  const words = (agreement: Partial<NonNullable<Scorecard['agreement']>>) =>
    agreementInWords({
      compared: 4,
      flagged: 1,
      alike: 1,
      pairs: { all: 12, withinOne: 9 },
      alpha: null,
      icc: null,
      why: 'too-few',
      ...agreement,
    }).join(' ');

  test('it says so when there is nothing to compare, or no spread to test', () => {
    expect(words({ compared: 0, why: 'nothing-to-compare' })).toContain('nothing to compare');
    expect(words({ compared: 9, why: 'no-spread' })).toContain('no spread to test');
    expect(words({ compared: 1, why: 'no-spread' })).toContain('the one question');
  });

  test('with fewer than eight questions it says that there is no number, and why', () => {
    expect(words({})).toMatch(/9 of 12 pairs .* \(75 %\).*no single number.*below eight.*With 4/);
  });

  test('the number always comes with its interval and the share of near pairs', () => {
    const alpha = { value: 0.62, low: -0.1, high: 0.95 };
    expect(words({ compared: 9, why: null, alpha })).toMatch(/75 %.*α is 0\.62 .*−0\.10 to 0\.95.*wide/);
    expect(words({ compared: 20, why: null, alpha })).not.toContain('wide');
    expect(words({ compared: 9, why: 'one-ask' })).toContain('in one question');
  });

  test('where leaving out a question changes nothing there is a number and no interval', () => {
    const said = words({ compared: 9, why: null, alpha: { value: 1, low: 1, high: 1 } });
    expect(said).toMatch(/agreed on all 9 questions.*α is 1\.00\. Without a disagreement/);
    expect(said).not.toMatch(/95 %|wide/);
    const alike = words({ compared: 9, why: null, alpha: { value: -0.43, low: -0.43, high: -0.43 } });
    expect(alike).toMatch(/α is −0\.43: .*there is no interval/);
    expect(alike).not.toMatch(/95 %|wide/);
  });

  test('the intraclass correlation is beside it where everybody rated everything, else words say why it is not', () => {
    const alpha = { value: 0.62, low: -0.1, high: 0.95 };
    const icc = { raters: 4, single: 0.29, average: 0.62 };
    expect(words({ compared: 9, why: null, alpha, icc })).toMatch(/0\.29 for one rater.*0\.62 for .* all 4/);
    expect(words({ compared: 9, why: null, alpha })).toMatch(/no intraclass correlation .* every question/);
    expect(words({})).not.toContain('intraclass');
  });

  test('it explains a low number', () => {
    const alpha = { value: -0.045, low: -0.2, high: 0.1 };
    expect(words({ compared: 16, why: null, alpha })).toContain('nearly everybody agrees');
  });
});
