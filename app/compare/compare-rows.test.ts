import { describe, expect, test } from 'vitest';
import type { Pack } from '@/server/protocol/pack';
import type { Sharing } from '@/server/protocol/sharing';
import { scorecardFor } from '@/server/review/scorecard';
import { everything, interview, roomAfter } from '@/server/testing/interview';
import { interviewPack } from '@/server/testing/interview-pack';
import { lena, ROUND } from '@/server/testing/interview-script';
import { competencyRows, questionRows } from './compare-rows';

interface Change {
  sharing?: Sharing;
  pack?: Pack;
}

function cardOf(roomId: string, { sharing = everything, pack = interviewPack() }: Change = {}) {
  const card = scorecardFor(roomAfter(interview({ roomId, sharing, pack })), ROUND, lena);
  if (!card) throw new Error('not entitled');
  return { place: `${roomId}/${ROUND}`, card };
}

const meansAlone: Sharing = { ...everything, ratings: 'means' };

describe('scorecards side by side', () => {
  test('a competency has a cell for each scorecard: mean, ratings and range', () => {
    const cards = [cardOf('rm_first0000000'), cardOf('rm_second000000')];
    const rows = competencyRows(cards);
    const data = rows.find(({ title }) => title === 'Use of data');
    expect(data?.cells).toEqual(
      cards.map(({ place }) => ({ place, cell: { mean: 3.5, ratings: 2, range: [3, 4] } })),
    );
  });

  test('the competency on most scorecards comes first, and a scorecard without it has no cell', () => {
    const [all, some] = [cardOf('rm_first0000000'), cardOf('rm_second000000')];
    const [first, ...others] = all.card.competencies;
    const { competencies: fewerOf, asks } = some.card;
    const fewer = { ...some, card: { ...some.card, competencies: fewerOf.slice(1), asks: asks.slice(1) } };
    const competencies = competencyRows([all, fewer]);
    expect(competencies.map(({ key }) => key)).toEqual(
      [...others, ...(first ? [first] : [])].map(({ groupId }) => groupId),
    );
    expect(competencies.at(-1)?.cells[1]?.cell).toBeNull();
    const questions = questionRows([all, fewer]);
    expect(questions.at(-1)?.key).toBe(`${all.card.pack.id}/${all.card.asks[0]?.itemId}`);
    expect(questions.at(-1)?.cells.map(({ cell }) => cell === null)).toEqual([false, true]);
  });

  test('a question from another pack is another question, whatever its id', () => {
    const cards = [
      cardOf('rm_first0000000'),
      cardOf('rm_second000000', { pack: { ...interviewPack(), id: 'other' } }),
    ];
    const rows = questionRows(cards);
    expect(rows).toHaveLength(2 * (cards[0]?.card.asks.length ?? 0));
    for (const { cells } of rows) expect(cells.filter(({ cell }) => cell !== null)).toHaveLength(1);
  });

  test('if only means are shared, a question has neither a range nor a number of ratings', () => {
    const rows = questionRows([cardOf('rm_first0000000', { sharing: meansAlone })]);
    const cells = rows.flatMap(({ cells }) => cells.map(({ cell }) => cell));
    expect(cells.some((cell) => typeof cell?.mean === 'number')).toBe(true);
    for (const cell of cells) expect(cell).toMatchObject({ ratings: null, range: null });
  });
});
