import { describe, expect, test } from 'vitest';
import type { Scorecard } from '../protocol/scorecard';
import { fullInterview } from '../testing/full-interview';
import { closedInterview, roomAfter } from '../testing/interview';
import { aiko, lena, marcus, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { shipped } from '../testing/shipped-packs';
import { markdownOf } from './export-markdown';
import { scorecardFor } from './scorecard';

const full = fullInterview(shipped('oyster-panel').pack);

function cardOf(steps: readonly Step[], memberId: string): Scorecard {
  const card = scorecardFor(roomAfter(steps), ROUND, memberId);
  if (!card) throw new Error(`${memberId} has no scorecard`);
  return card;
}

/** Keys of ids and of words that a program reads. */
const CODES = new Set([
  ...[
    'version',
    'roomId',
    'roundId',
    'id',
    'memberId',
    'candidateId',
    'askId',
    'itemId',
    'groupId',
    'pointId',
  ],
  ...['noteId', 'askedBy', 'by', 'format', 'role', 'ratings', 'status', 'kind', 'share', 'mark', 'panel'],
  ...['verdict', 'decision', 'cause', 'severity', 'mode', 'language', 'excused', 'dissent'],
  ...['strengths', 'practise'],
]);

/** Everything on a card that a person wrote. */
function textsIn(value: unknown, key = ''): string[] {
  if (CODES.has(key) && typeof value === 'string') return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (name === 'agreement' ? [] : textsIn(one, name)));
}

const squeezed = (text: string) => text.replaceAll(/[\\>]/g, '').replaceAll(/\s+/g, ' ').trim();

describe('a scorecard as Markdown', () => {
  test.each([
    ['the host', priya],
    ['a panelist', marcus],
    ['an observer', sam],
    ['the candidate', lena],
  ])('has each text that is on the card of %s', (_, memberId) => {
    for (const steps of [full, closedInterview()]) {
      const card = cardOf(steps, memberId);
      const file = squeezed(markdownOf(card));
      const texts = textsIn(card).map(squeezed).filter(Boolean);
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter((text) => !file.includes(text))).toEqual([]);
    }
  });

  test('says the numbers of the sheet: who moved, ranges, how far apart and why, and what next', () => {
    const file = markdownOf(cardOf(closedInterview(), priya));
    for (const line of [
      '- Marcus Weber went from 2 to 3 on question 2',
      '| Delivery | 1 | 3.0 | 2 to 4 | 3.3 | 3.0 |',
      'Range 2, average deviation 0.67, far apart. They heard different things.',
      '### Practise next',
      '### Cover next time',
      '  - Heard differently: ',
    ])
      expect(file).toContain(line);
    expect(file).not.toContain('0 / 0 / 0');
    expect(markdownOf(cardOf(closedInterview(), sam))).toContain('My practice rating: 2.');
    expect(markdownOf(cardOf(closedInterview(), sam))).toContain('### My S-T-A-R marks');
  });

  test('says of planted issues that they were found', () => {
    const file = markdownOf(cardOf(full, priya));
    const [, exercise = ''] = file.split('### Planted issues');
    expect(exercise).toContain('**found**, first found at ');
    expect(exercise).not.toMatch(/\bheard\b/);
  });

  test('says which panelist could write in the code beside the candidate, and when', () => {
    const steps = closedInterview().flatMap((step): Step[] => {
      if (step.event.type !== 'ItemPushed' || step.event.askId !== 'a6') return [step];
      const at = step.at + 10_000;
      return [step, { at, by: priya, event: { type: 'PenHanded', askId: 'a6', memberId: marcus } }];
    });
    for (const viewer of [priya, marcus, sam]) {
      const card = cardOf(steps, viewer);
      const code = card.asks.find(({ askId }) => askId === 'a6')?.code;
      const [pen] = code?.pens ?? [];
      expect(pen).toEqual({ memberId: marcus, fromMs: 10_000, untilMs: expect.any(Number) });
      expect(pen?.untilMs).toBeGreaterThan(10_000);
      expect(markdownOf(card)).toMatch(/### Who else could write\s+- 0:10 to \d+:\d\d Marcus/);
    }
    expect(markdownOf(cardOf(closedInterview(), priya))).not.toContain('Who else could write');
  });

  test('says who was excused from a verdict', () => {
    const steps = closedInterview().flatMap((step): Step[] => {
      if (step.event.type === 'VerdictSubmitted' && step.by === aiko)
        return [{ ...step, by: priya, event: { type: 'VerdictExcused', roundId: ROUND, memberId: aiko } }];
      if (step.event.type === 'VerdictsOpened')
        return [{ ...step, event: { ...step.event, panel: [priya, marcus] } }];
      return [step];
    });
    expect(markdownOf(cardOf(steps, priya))).toContain('Excused: Aiko Mori.');
  });

  test('calls the panel of a practice alone a simulated one', () => {
    const card = cardOf(full, lena);
    const alone = { ...card, room: { ...card.room, format: 'alone' as const } };
    expect(markdownOf(alone)).toContain('- Simulated panel: Priya Nair');
  });
});
