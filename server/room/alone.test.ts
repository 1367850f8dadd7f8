import { describe, expect, test } from 'vitest';
import type { CandidateView } from '../protocol/views';
import { by, given, type Happened, idOf, START, stateOf } from '../testing/given';
import { asked, joined, opened, PACK, pushed, roundStarted } from '../testing/stories';
import { fullFrame, viewOf } from './core/views';

const TRY_OUT = { visitorId: idOf('vera'), until: START + 3_600_000, seed: 7, alone: true } as const;

/** Vera practises alone, among Hana and Pia, who are simulated. */
function practising(): Happened[] {
  const [first, ...rest] = opened('led');
  if (first?.event.type !== 'RoomOpened') throw new Error('a room begins by opening');
  return [
    { ...first, event: { ...first.event, tryOut: TRY_OUT } },
    ...rest,
    ...joined('pia'),
    ...joined('vera', 'candidate'),
    ...by('hana', roundStarted('vera')),
    ...by('pia', pushed('a1', 'g1-q1')),
  ];
}

const finished = () => [...practising(), ...by('vera', { type: 'AnswerFinished', askId: 'a1' })];
const mark = { type: 'MarkOwnPoint', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard', atMs: 4_200 } as const;
const rate = { type: 'RateOwnAnswer', askId: 'a1', value: 4 } as const;
const candidate = (history: Happened[]) => viewOf(stateOf(history), 'candidate') as CandidateView;

describe('practising alone', () => {
  test('[ALONE-1] the one who practises rates, nobody else does, and no verdict is waited for', () => {
    given(finished()).when('pia', { type: 'SubmitRating', askId: 'a1', value: 3 }).rejects('not-a-rater');
    const rated = [...finished(), ...by('vera', { type: 'RatingSubmitted', askId: 'a1', value: 4 })];
    const over = by(
      'hana',
      { type: 'AskClosed', askId: 'a1' },
      { type: 'DeliberationStarted', roundId: 'r1' },
    );
    given([...rated, ...over])
      .when('pia', { type: 'SubmitVerdict', roundId: 'r1', verdict: 'yes', rationale: '' })
      .rejects('not-a-rater');
    given([...rated, ...over])
      .when('hana', { type: 'OpenDebrief', roundId: 'r1' })
      .makes(
        { type: 'AskRevealed', askId: 'a1', panel: [idOf('vera')] },
        { type: 'VerdictsOpened', roundId: 'r1', panel: [] },
        { type: 'DebriefOpened', roundId: 'r1' },
      );
  });

  test('[ALONE-2] a finished answer stops its clock, which runs again when it goes on', () => {
    const finish = { type: 'FinishAnswer', askId: 'a1' } as const;
    const goOn = { type: 'GoOnAnswering', askId: 'a1' } as const;
    const history = finished();
    expect(candidate(history).clock).toMatchObject({ runningSince: null, moment: false });
    given(practising()).when('vera', finish).makes({ type: 'AnswerFinished', askId: 'a1' });
    given(history).when('vera', finish).changesNothing();
    given(practising()).when('vera', goOn).changesNothing();
    given(history).when('vera', goOn).makes({ type: 'AnswerGoneOn', askId: 'a1' });
    const again = candidate([...history, ...by('vera', { type: 'AnswerGoneOn', askId: 'a1' })]);
    expect(again.clock?.runningSince).toBe(START + history.length * 1_000);
  });

  test('[ALONE-3] a finished answer is marked with a moment of its own, and rated until it is left', () => {
    given(practising()).when('vera', mark).rejects('wrong-phase');
    given(practising()).when('vera', rate).rejects('wrong-phase');
    given(finished())
      .when('vera', { ...mark, pointId: 'elsewhere' })
      .rejects('not-found');
    const marked = { ...mark, type: 'PointMarked' } as const;
    given(finished()).when('vera', mark).makes(marked);
    const history = [
      ...finished(),
      ...by('vera', marked, { type: 'RatingSubmitted', askId: 'a1', value: 4 }),
    ];
    expect(candidate(history).review?.moments).toEqual({ 'g1-q1-p1': 4_200 });
    given(history).when('vera', mark).changesNothing();
    given(history).when('vera', rate).changesNothing();
    const unheard = { ...marked, pointId: 'g1-q1-p2', atMs: null };
    given(history)
      .when('vera', { ...mark, pointId: 'g1-q1-p2', atMs: null })
      .makes(unheard);
    const without = [...history, ...by('vera', unheard)];
    expect(candidate(without).review?.moments).toEqual({ 'g1-q1-p1': 4_200 });
    given(without)
      .when('vera', { ...mark, pointId: 'g1-q1-p2', atMs: null })
      .changesNothing();
    given(history)
      .when('vera', { ...mark, atMs: 5_000 })
      .makes({ ...marked, atMs: 5_000 });
    given(history)
      .when('vera', { ...rate, value: 2 })
      .makes({ type: 'RatingSubmitted', askId: 'a1', value: 2 });
    const mine = fullFrame(stateOf(history), idOf('vera'), START)?.mine;
    expect(mine?.asks.a1).toMatchObject({ first: { value: 4 }, ticks: { 'g1-q1-p1': 'heard' } });
  });

  test('[ALONE-4] a finished answer is closed when it is left, one that is not finished is skipped', () => {
    const leave = { type: 'LeaveAnswer', askId: 'a1' } as const;
    given(finished()).when('vera', leave).makes({ type: 'AskClosed', askId: 'a1' });
    given(practising()).when('vera', leave).makes({ type: 'AskSkipped', askId: 'a1' });
    expect(candidate(practising()).prompt?.answered).toBe(false);
  });

  test('[ALONE-4] a rated answer keeps its rating when somebody goes on with it and then leaves it', () => {
    const history = [
      ...finished(),
      ...by(
        'vera',
        { type: 'RatingSubmitted', askId: 'a1', value: 4 },
        { type: 'AnswerGoneOn', askId: 'a1' },
      ),
    ];
    expect(candidate(history).prompt?.answered).toBe(true);
    const left = given(history).when('vera', { type: 'LeaveAnswer', askId: 'a1' });
    left.makes({ type: 'AskClosed', askId: 'a1' });
  });

  test.each([
    { type: 'FinishAnswer', askId: 'a1' },
    { type: 'GoOnAnswering', askId: 'a1' },
    mark,
    rate,
    { type: 'LeaveAnswer', askId: 'a1' },
    { type: 'LeaveAnswer', askId: 'a9' },
  ] as const)('[ALONE-5] the hot seat of any other room is told no to $type of $askId', (command) => {
    given(asked()).when('carl', command).rejects('not-allowed');
  });

  test('[SEE-29] all of an item reaches the one who practises when their answer is finished, not before, and nobody in any other room', () => {
    const item = PACK.questions[0];
    expect(candidate(finished()).review).toMatchObject({
      askId: 'a1',
      item: { id: item?.id, points: item?.points, anchors: item?.anchors },
      samples: item?.samples,
    });
    for (const history of [
      practising(),
      [...finished(), ...by('vera', { type: 'AnswerGoneOn', askId: 'a1' })],
      [...finished(), ...by('vera', { type: 'AskClosed', askId: 'a1' })],
      asked(),
    ]) {
      expect(candidate(history).review).toBeNull();
      expect(JSON.stringify(candidate(history))).not.toContain('key ');
    }
  });
});
