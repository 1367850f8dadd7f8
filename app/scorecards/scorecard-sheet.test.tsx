import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Sharing } from '@/server/protocol/sharing';
import { scorecardFor } from '@/server/review/scorecard';
import { sharedCard } from '@/server/review/shared-card';
import { closedInterview, everything, interview, roomAfter } from '@/server/testing/interview';
import { lena, marcus, priya, ROUND, type Step, sam } from '@/server/testing/interview-script';
import { ScorecardSheet } from './scorecard-sheet';

function page(viewer: string, sharing: Sharing = everything): string {
  const card = scorecardFor(roomAfter(interview({ sharing })), ROUND, viewer);
  if (!card) throw new Error('not entitled');
  return renderToStaticMarkup(<ScorecardSheet card={card} />);
}

describe('the page of a scorecard', () => {
  test('shows the number with its dots, verdicts, competencies, evidence with its minute, and a warning about its limits', () => {
    const html = page(lena);
    const texts = [
      '3.5',
      'Mean of each panelist’s first ratings',
      'Strong yes',
      'verdict-rationale-marcus',
      'Use of data: mean 3.5 of 2 ratings, from 3 to 4; 3.0 after talking; own rating 4.0.',
      'A way back that is practised',
      'Heard differently',
      '0:42',
      'shared-evidence-priya',
      'average deviation 0.67',
      'not a verdict on a person',
      'Marcus went from 2 to 3',
      'skipped',
      'No rating of this question was revealed',
      'reflection-text',
    ];
    expect(texts.filter((text) => !html.includes(text))).toEqual([]);
    expect(html).not.toContain('How do you tell a customer');
  });

  test('begins with the number, and then what was written for the candidate', () => {
    const card = scorecardFor(roomAfter(closedInterview({ sharing: everything })), ROUND, lena);
    if (!card) throw new Error('not entitled');
    const html = renderToStaticMarkup(<ScorecardSheet card={card} />);
    const titles = ['Independent ratings', 'Feedback', 'Competencies', 'Question by question'];
    const at = titles.map((title) => html.indexOf(`>${title}<`));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test('says of points that nobody marked that they were not marked, and never that none was heard', () => {
    const unmarked = interview({ sharing: everything }).filter(({ event }) => event.type !== 'PointMarked');
    const card = scorecardFor(roomAfter(unmarked), ROUND, lena);
    if (!card) throw new Error('not entitled');
    const words = renderToStaticMarkup(<ScorecardSheet card={card} />).replaceAll(/<[^>]*>/g, ' ');
    expect(words).toContain('not marked');
    expect(words).not.toMatch(/\b0 (of \d+|heard|found|missed)|missed on/i);
  });

  test('says of a simulated round that it is made up', () => {
    const tryOut = { visitorId: lena, until: 1, seed: 7 };
    const card = scorecardFor({ ...roomAfter(interview({ sharing: everything })), tryOut }, ROUND, lena);
    if (!card) throw new Error('not entitled');
    const html = renderToStaticMarkup(<ScorecardSheet card={card} />);
    expect(html).toContain('simulated, made up');
    expect(html).toContain('Simulated panel:');
  });

  test('speaks to the person who practised, and of them to everybody else', () => {
    const tryOut = { visitorId: lena, until: 1, seed: 7, alone: true } as const;
    const card = scorecardFor({ ...roomAfter(interview()), tryOut }, ROUND, lena);
    if (!card) throw new Error('not entitled');
    const own = renderToStaticMarkup(<ScorecardSheet card={card} />);
    for (const words of [
      'rated by yourself',
      'your own answers',
      'You did not rate this answer',
      'Your reflection',
    ])
      expect(own).toContain(words);
    const link = renderToStaticMarkup(<ScorecardSheet card={sharedCard(card, true)} />);
    const file = renderToStaticMarkup(<ScorecardSheet card={card} fromFile />);
    for (const others of [link, file]) {
      expect(others).not.toMatch(/yourself|your own|your reflection|gave you|you did not|>You</i);
      expect(others).toContain('Rated by themselves');
      expect(others).toContain('of Lena’s answers, by Lena');
    }
  });

  test('tells the reader of a candidate’s link what was shared with the candidate', () => {
    const sharing = { ...everything, ratings: 'none' } as const;
    const steps = interview({ sharing }).filter(({ event }) => event.type !== 'SelfRated');
    const card = scorecardFor(roomAfter(steps), ROUND, lena);
    if (!card) throw new Error('not entitled');
    const words = (shown: typeof card) => renderToStaticMarkup(<ScorecardSheet card={shown} />);
    expect(words(card)).toContain('what the panel shared with you');
    expect(words(sharedCard(card, true))).toContain('what the panel shared with Lena');
  });

  test('says when the round was, and when it was published if that was on another day', () => {
    const day = 86_400_000;
    const steps = interview();
    const late = steps.map((step, no) =>
      no === steps.length - 1 ? { ...step, at: step.at + 6 * day } : step,
    );
    const words = (all: readonly Step[]) => {
      const card = scorecardFor(roomAfter(all), ROUND, priya);
      return card ? renderToStaticMarkup(<ScorecardSheet card={card} />).replaceAll(/<[^>]*>/g, '') : '';
    };
    expect(words(steps)).toContain('14 October 2026, 14:02 UTC ·');
    expect(words(steps)).not.toContain('published');
    expect(words(late)).toContain('14 October 2026, 14:02 UTC · published 20 Oct 2026 ·');
  });

  test('says which panelist could write in the code, and when', () => {
    const steps = interview().flatMap((step): Step[] => {
      if (step.event.type !== 'ItemPushed' || step.event.askId !== 'a6') return [step];
      const at = step.at + 10_000;
      return [step, { at, by: priya, event: { type: 'PenHanded', askId: 'a6', memberId: marcus } }];
    });
    const words = (all: readonly Step[]) => {
      const card = scorecardFor(roomAfter(all), ROUND, priya);
      return card ? renderToStaticMarkup(<ScorecardSheet card={card} />).replaceAll(/<[^>]*>/g, '') : '';
    };
    expect(words(steps)).toMatch(/Marcus could write in it too: 0:10 to \d+:\d\d/);
    expect(words(interview())).not.toContain('could write in it too');
  });

  test('says apart what was rated only after the reveal', () => {
    const steps = interview().flatMap((step): Step[] => {
      const late: Step = { ...step, by: marcus, event: { type: 'RatedAgain', askId: 'a4', value: 1 } };
      return step.event.type === 'AskClosed' && step.event.askId === 'a4' ? [late, step] : [step];
    });
    const card = scorecardFor(roomAfter(steps), ROUND, priya);
    if (!card) throw new Error('not entitled');
    const html = renderToStaticMarkup(<ScorecardSheet card={card} />);
    expect(html).toContain('Marcus rated 1 only after the reveal: it counts in no mean.');
    expect(html).not.toContain('Marcus went from not assessed');
  });

  test('offers playback only where its reader may fetch it', () => {
    const card = scorecardFor(roomAfter(interview({ sharing: everything })), ROUND, lena);
    if (!card) throw new Error('not entitled');
    // The card gets its code from the record of how it was written.
    const written = {
      ...card,
      asks: card.asks.map((ask) => (ask.code ? { ...ask, code: { ...ask.code, text: 'written' } } : ask)),
    };
    const offered = 'Play back the writing';
    expect(renderToStaticMarkup(<ScorecardSheet card={written} playsBack />)).toContain(offered);
    expect(renderToStaticMarkup(<ScorecardSheet card={written} />)).not.toContain(offered);
  });

  test('says of planted issues that they were found, and of key points that they were heard', () => {
    const card = scorecardFor(roomAfter(interview({ sharing: everything })), ROUND, priya);
    const exercise = card?.asks.find(({ kind, points }) => kind === 'exercise' && points !== null);
    const [issue] = exercise?.points ?? [];
    if (!card || !exercise || !issue) throw new Error('the interview has too little for this test');
    const of = (mark: 'heard' | 'missed') => {
      const points = [{ ...issue, panel: mark, disputed: false }];
      return renderToStaticMarkup(<ScorecardSheet card={{ ...card, asks: [{ ...exercise, points }] }} />);
    };
    expect(of('heard')).toMatch(/<\/svg>found/);
    expect(of('heard')).not.toMatch(/<\/svg>heard/);
    expect(of('missed')).toMatch(/<\/svg>missed/);
  });

  test('every rating leads to its moment in the replay, also the candidate’s own and the ones that moved', () => {
    const card = scorecardFor(roomAfter(interview({ sharing: everything })), ROUND, priya);
    if (!card) throw new Error('not entitled');
    const given = card.asks.flatMap(({ panel, self }) => [
      self,
      ...(panel?.ratings ?? []).flatMap(({ first, second }) => [first, second]),
    ]);
    const html = renderToStaticMarkup(<ScorecardSheet card={card} replay="/replay/here" />);
    const without = given.filter(
      (one) => one && !html.includes(`href="/replay/here?at=${one.at - card.round.startedAt}"`),
    );
    expect(without).toEqual([]);
    expect(html).toMatch(/<a [^>]*href="\/replay\/here\?at=\d+"[^>]*>Marcus went from 2 to 3/);
    expect(renderToStaticMarkup(<ScorecardSheet card={card} />)).not.toContain('/replay/');
  });

  test('contains nothing, hidden or not, of what the host did not share', () => {
    const html = page(lena, {
      ratings: 'none',
      keyPoints: false,
      verdicts: false,
      evidence: false,
      feedback: false,
    });
    expect(html).toContain('did not share');
    const secrets = [
      'A way back that is practised',
      'A rollback that was never tried',
      'verdict-rationale',
      'Strong yes',
      'average deviation',
      'find_each',
      'Practise next',
      'private-note',
      'side-channel',
    ];
    expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
  });

  test('keeps what only the reader sees apart, and off paper', () => {
    expect(page(priya)).toMatch(/print:hidden.*Only you see this.*private-note-priya/s);
    expect(page(sam)).toMatch(/Your practice rating: 2/);
    expect(page(sam)).not.toContain('private-note-priya');
    expect(page(lena)).not.toContain('Only you see this</h4>');
  });
});
