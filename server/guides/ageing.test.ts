import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTENT, EXERCISES, QUESTIONS, SHIPPED } from '../testing/shipped-packs';

/** Marks a fact that ages, for `grep -rn "(as of 20" content`. */
const MARK = /\(as of 20\d\d-(?:0[1-9]|1[0-2])\)/;

const PRODUCTS =
  'PostgreSQL|Rails|Ruby|Node(?:\\.js)?|React|Next\\.js|TypeScript|Python|Express|Redis|MySQL|SQLite|Kubernetes|Prometheus|Chrome|Safari|Firefox|WCAG|OWASP Top|HTTP|TLS|Vite|Sidekiq|Debian';
const LAWS =
  'GDPR|AI Act|PSD[23]|NIS ?2|CCPA|HIPAA|Accessibility Act|Pay Transparency|ePrivacy|Working Time Directive';
/** Words that promise to be about today. */
const TODAY =
  'at the time of writing|currently supported|newest version|end of life|Baseline|all major browsers|METR|Interaction to Next Paint';
const PRICE = '[€£] ?\\d|\\$\\d\\d|\\d (?:euros?|dollars?|cents?) (?:a|per) (?:gigabyte|million|seat)\\b';
/** The version that introduced something stays true: "since PostgreSQL 12", "before Rails 7.2". */
const AGES = new RegExp(
  `(?<!\\b(?:[Ss]ince|[Bb]efore|[Uu]ntil) )\\b(?:(?:${PRODUCTS}) v?\\d+(?:\\.\\d+)*|${LAWS}|${TODAY})\\b|${PRICE}`,
);

/** The shipped texts that a person reads or says; code is left out. */
const lines = SHIPPED.flatMap(({ pack }) => {
  let inCode = false;
  return readFileSync(join(CONTENT, `${pack.id}.md`), 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      const fence = /^(?:~~~|```)/.test(text);
      if (fence) inCode = !inCode;
      return fence || inCode ? [] : [{ name: `${pack.id}:${at + 1}`, text }];
    });
});

/** Texts said aloud, where a mark would sound odd: another text of the item has the mark. */
const spoken = [...QUESTIONS, ...EXERCISES].filter(({ item }) =>
  [item.prompt, ...item.samples.map(({ text }) => text)].some((text) => AGES.test(text)),
);

describe('facts that age', () => {
  test('each line that names a current version, law or price is marked', () => {
    const isSpoken = (text: string) =>
      text.startsWith('>') || spoken.some(({ item }) => text.includes(item.prompt));
    const bare = lines.filter(({ text }) => AGES.test(text) && !MARK.test(text) && !isSpoken(text));
    expect(bare.map(({ name, text }) => `${name} ${AGES.exec(text)?.[0]}`)).toEqual([]);
  });

  test('a prompt or a sample answer that names one has a mark in its item', () => {
    const bare = spoken.filter(({ item }) => !MARK.test(JSON.stringify(item)));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test('one search finds every mark', () => {
    const odd = lines.filter(({ text }) => /\bas of \w* ?20\d\d/i.test(text) && !MARK.test(text));
    expect(odd.map(({ name }) => name)).toEqual([]);
    expect(lines.filter(({ text }) => MARK.test(text)).length).toBeGreaterThan(30);
  });

  test.each([
    ['Rails 8.1 is the newest.', true],
    ['The AI Act asks for a person in between.', true],
    ['It costs $30.', true],
    ['They have been in all major browsers since 2023.', true],
    ['A log costs 2 euros per gigabyte.', true],
    ['Since PostgreSQL 12 it believes the check, since PostgreSQL 12 alone.', false],
    ['Nobody has touched it since 2019.', false],
  ])('%s', (text, ages) => {
    expect(AGES.test(text)).toBe(ages);
  });
});
