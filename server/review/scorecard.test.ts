import { describe, expect, test } from 'vitest';
import { type Scorecard, scorecard } from '../protocol/scorecard';
import type { Sharing } from '../protocol/sharing';
import { everything, interview, roomAfter, STARTED } from '../testing/interview';
import { aiko, lena, marcus, priya, ROUND, sam } from '../testing/interview-script';
import { csvRows } from './export-csv';
import { markdownOf } from './export-markdown';
import { scorecardFor } from './scorecard';

const nothing: Sharing = {
  ratings: 'none',
  keyPoints: false,
  verdicts: false,
  evidence: false,
  feedback: false,
};

function cardOf(viewer: string, sharing: Sharing = everything): Scorecard {
  const card = scorecardFor(roomAfter(interview({ sharing })), ROUND, viewer);
  if (!card) throw new Error('not entitled');
  return scorecard.parse(card);
}

const askOf = (card: Scorecard, askId: string) => card.asks.find((ask) => ask.askId === askId);

describe('its content', () => {
  test('asks in order: a skipped one is shown as skipped, a withdrawn one is left out', () => {
    const { asks } = cardOf(marcus);
    expect(asks.map(({ askId, no, status }) => [askId, no, status])).toEqual([
      ['a1', 1, 'asked'],
      ['a3', 2, 'asked'],
      ['a4', 3, 'asked'],
      ['a5', 4, 'skipped'],
      ['a6', 5, 'asked'],
      ['a7', 6, 'asked'],
    ]);
    expect(asks[3]).toMatchObject({ panel: null, points: null });
    expect(asks[5]).toMatchObject({ panel: null, usedMs: 70_000 });
  });

  test('time used is the time up to the reveal, against the target', () => {
    expect(askOf(cardOf(marcus), 'a3')).toMatchObject({ usedMs: 217_000, targetMs: 180_000 });
  });

  test('ratings with range, average deviation, flag and cause, and the points ticked differently', () => {
    const ask = askOf(cardOf(marcus), 'a3');
    expect(ask?.panel).toMatchObject({
      mean: 3,
      range: 2,
      ad: 2 / 3,
      flagged: true,
      cause: 'heard-differently',
    });
    expect(ask?.points?.filter(({ disputed }) => disputed).map(({ id }) => id)).toEqual(['rollback']);
    expect(ask?.panel?.ratings).toContainEqual({
      memberId: marcus,
      first: { value: 2, at: expect.any(Number) },
      second: { value: 3, at: expect.any(Number) },
    });
  });

  test('the candidate’s own mean is of what the panel assessed too, and of everything where no mean of the panel’s is seen', () => {
    const selfRated = { type: 'SelfRated', askId: 'a7', value: 1 } as const;
    const steps = interview().map((step) =>
      step.event.type === 'SelfRated' && step.event.askId === 'a7' ? { ...step, event: selfRated } : step,
    );
    const card = (sharing: Sharing) => {
      const shared = steps.map((step) =>
        step.event.type === 'RoundPublished' ? { ...step, event: { ...step.event, sharing } } : step,
      );
      return scorecardFor(roomAfter(shared), ROUND, lena);
    };
    // 4, 3 and 4 beside the panel's; 1 for a question that nobody rated.
    expect(card(everything)?.self).toBeCloseTo(11 / 3);
    expect(card(everything)?.competencies.find(({ groupId }) => groupId === 'delivery')?.self).toBe(3);
    expect(card(nothing)?.self).toBe(3);
  });

  test('shared evidence in the order of the answer, with its moment', () => {
    expect(askOf(cardOf(sam), 'a3')?.evidence).toMatchObject([
      { memberId: marcus, atMs: 95_000 },
      { memberId: priya, atMs: 118_000 },
    ]);
  });

  test('planted issues of an exercise, as the panel found them', () => {
    const ask = askOf(cardOf(lena), 'a6');
    expect(ask?.points?.map(({ id, severity, panel }) => [id, severity, panel])).toEqual([
      ['n-plus-one-query', 'high', 'heard'],
      ['n-plus-one-failure', 'medium', 'missed'],
    ]);
    expect(ask?.code?.original).toContain('company.invoices.each');
    expect(ask?.reference?.improved).toContain('includes(:invoices)');
  });

  test('agreement counts asks that two assessed, and flags', () => {
    expect(cardOf(priya).agreement).toMatchObject({ compared: 4, flagged: 1, alike: 1 });
  });

  test('advice: best competencies, lowest competencies, and the points to cover, missed before partial', () => {
    const { advice } = cardOf(lena);
    expect(advice?.strengths).toEqual(['communication', 'use-of-data']);
    expect(advice?.practise).toEqual(['code-quality', 'delivery']);
    expect(advice?.points.map(({ mark }) => mark)).toEqual([
      'missed',
      'missed',
      'missed',
      'partial',
      'partial',
    ]);
  });

  test('people of one name are told apart, on it and in its files', () => {
    const renamed = { type: 'MemberRenamed', memberId: marcus, name: 'aiko mori' } as const;
    const steps = interview().flatMap((step) =>
      step.event.type === 'DeliberationStarted' ? [step, { ...step, by: marcus, event: renamed }] : [step],
    );
    const card = scorecardFor(roomAfter(steps), ROUND, lena);
    if (!card) throw new Error('not entitled');
    const names = card.people.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Aiko Mori (2)', 'aiko mori (1)']));
    for (const file of [markdownOf(card), csvRows(card)])
      expect(file).toMatch(/Aiko Mori \(2\)[\s\S]*aiko mori \(1\)|aiko mori \(1\)[\s\S]*Aiko Mori \(2\)/);
  });

  test('somebody who was removed after a reveal is still named beside the rating that counted', () => {
    const steps = interview().flatMap((step) =>
      step.event.type === 'DeliberationStarted'
        ? [step, { ...step, by: priya, event: { type: 'MemberRemoved', memberId: aiko } as const }]
        : [step],
    );
    const state = roomAfter(steps);
    expect(scorecardFor(state, ROUND, aiko)).toBeNull();
    expect(scorecardFor(state, ROUND, lena)?.people).toContainEqual({
      memberId: aiko,
      name: 'Aiko Mori',
      role: 'panelist',
    });
  });
});

describe('who may read it', () => {
  test('nobody before it is published, and nobody outside the round', () => {
    const steps = interview();
    expect(scorecardFor(roomAfter(steps.slice(0, -1)), ROUND, priya)).toBeNull();
    const state = roomAfter(steps);
    expect(scorecardFor(state, 'r2', priya)).toBeNull();
    expect(scorecardFor(state, ROUND, 'mb_nobody000000')).toBeNull();
  });

  test('the candidate of another round of the same room may not', () => {
    const other = {
      memberId: 'mb_other0000000',
      principalId: 'pr_other0000000000',
      name: 'Olu',
      role: 'candidate' as const,
      inviteId: null,
    };
    const steps = interview();
    const joined = {
      at: STARTED,
      by: null,
      event: { type: 'MemberJoined', member: other, waiting: false } as const,
    };
    expect(
      scorecardFor(roomAfter([...steps.slice(0, -1), joined, ...steps.slice(-1)]), ROUND, other.memberId),
    ).toBeNull();
  });

  test('a person removed before it was published may not; a person removed after it may', () => {
    const steps = interview();
    const removed = { at: STARTED, by: priya, event: { type: 'MemberRemoved', memberId: aiko } as const };
    expect(
      scorecardFor(roomAfter([...steps.slice(0, -1), removed, ...steps.slice(-1)]), ROUND, aiko),
    ).toBeNull();
    expect(scorecardFor(roomAfter([...steps, removed]), ROUND, aiko)).not.toBeNull();
  });
});

describe('canaries: secrets that are never on the wrong scorecard', () => {
  const json = (viewer: string, sharing?: Sharing) => JSON.stringify(cardOf(viewer, sharing));

  test.each([priya, marcus, aiko, sam, lena])(
    'for %s no side channel, no unasked question, no anchors',
    (viewer) => {
      for (const secret of [
        'side-channel-text',
        'unasked',
        'anchor-',
        'why-',
        'when-',
        'weak-',
        'hint-',
        'tip-',
      ])
        expect(json(viewer)).not.toContain(secret);
    },
  );

  test('only their author sees private notes, STAR marks and practice', () => {
    for (const viewer of [marcus, aiko, sam, lena]) expect(json(viewer)).not.toContain('private-note-priya');
    for (const viewer of [priya, marcus, aiko, lena]) expect(json(viewer)).not.toContain('observer-note-sam');
    expect(json(priya)).toContain('private-note-priya');
    expect(json(sam)).toContain('observer-note-sam');
    expect(askOf(cardOf(sam), 'a1')?.mine).toMatchObject({ first: { value: 2 }, stars: { S: 5_000 } });
    expect(askOf(cardOf(marcus), 'a1')?.mine?.stars).toEqual({});
    expect(cardOf(marcus).headline?.people.map(({ memberId }) => memberId)).not.toContain(sam);
  });

  test('only its author sees a rating that was never revealed', () => {
    expect(askOf(cardOf(marcus), 'a5')?.mine?.first?.value).toBe(1);
    for (const viewer of [priya, sam, lena]) expect(askOf(cardOf(viewer), 'a5')?.mine ?? null).toBeNull();
  });

  test('only the candidate sees a reflection that they kept', () => {
    expect(json(lena)).toContain('reflection-text');
    for (const viewer of [priya, marcus, sam]) expect(json(viewer)).not.toContain('reflection-text');
  });

  test('only the panel sees why a competency weighs more', () => {
    const state = roomAfter(interview());
    const groups = state.pack.groups.map((group) => ({ ...group, weight: 2, weightReason: 'we ship daily' }));
    const weighed = { ...state, pack: { ...state.pack, groups } };
    const told = (viewer: string) => JSON.stringify(scorecardFor(weighed, ROUND, viewer));
    expect(told(marcus)).toContain('we ship daily');
    expect(told(lena)).toContain('"weight":2');
    expect(told(lena)).not.toContain('we ship daily');
  });

  test('a led candidate sees what the host shared, and nothing else', () => {
    const bare = cardOf(lena, nothing);
    expect(bare).toMatchObject({ headline: null, verdicts: null, advice: null, agreement: null });
    expect(bare.competencies.every(({ scores, points }) => scores === null && points === null)).toBe(true);
    expect(
      bare.asks.every(({ panel, points, reference, mine }) => !panel && !points && !reference && !mine),
    ).toBe(true);
    expect(JSON.stringify(bare)).not.toContain('shared-evidence-priya');
    expect(json(lena, { ...nothing, evidence: true })).toContain('shared-evidence-priya');

    const ratings = cardOf(lena, { ...nothing, ratings: 'named' });
    expect(ratings.headline?.first).toBeCloseTo(3.4545, 3);
    expect(askOf(ratings, 'a3')).toMatchObject({ points: null, panel: { flagged: true, cause: null } });
    expect(ratings.advice).toMatchObject({ strengths: ['communication', 'use-of-data'], points: [] });
    expect(JSON.stringify(ratings)).not.toMatch(/rollback|percentiles|verdict-rationale/);

    const points = cardOf(lena, { ...nothing, keyPoints: true });
    expect(
      askOf(points, 'a3')?.points?.every(({ panel, ticks }) => panel === null && ticks.length === 0),
    ).toBe(true);
    expect(points.competencies.every((competency) => competency.points === null)).toBe(true);

    const verdicts = cardOf(lena, { ...nothing, verdicts: true });
    expect(JSON.stringify(verdicts)).toContain('verdict-rationale-priya');
    expect(verdicts.headline).toBeNull();
  });
});
