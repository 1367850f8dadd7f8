import { describe, expect, test } from 'vitest';
import { by, given, idOf } from '../testing/given';
import { asked, revealed } from '../testing/stories';
import { mineOf } from './core/mine';

const mark = { type: 'MarkPoint', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard' } as const;

describe('ticks', () => {
  test('[TICK-1] a listener marks a point, changes the mark and clears it', () => {
    const heard = { type: 'PointMarked', askId: 'a1', pointId: 'g1-q1-p1', mark: 'heard' } as const;
    for (const name of ['hana', 'pia', 'olga']) given(asked()).when(name, mark).makes(heard);
    const once = [...asked(), ...by('pia', heard)];
    given(once).when('pia', mark).changesNothing();
    given(once)
      .when('pia', { ...mark, mark: 'missed' })
      .makes({ ...heard, mark: 'missed' });
    const taken = given(once).when('pia', { ...mark, mark: null });
    taken.makes({ ...heard, mark: null });
    expect(mineOf(taken.state(), idOf('pia'))?.asks).toEqual({});
  });

  test('[TICK-1] marks are accepted until the reveal, and only on points of the item', () => {
    given(revealed()).when('pia', mark).rejects('already-revealed');
    given(asked())
      .when('pia', { ...mark, pointId: 'g2-q1-p1' })
      .rejects('not-found');
    given(asked())
      .when('pia', { ...mark, askId: 'a2' })
      .rejects('not-found');
    given(asked()).when('carl', mark).rejects('not-allowed');
  });

  test('[TICK-2] S, T, A and R carry the moment, and can be cleared', () => {
    const star = { askId: 'a1', letter: 'S', atMs: 12_000 } as const;
    const outcome = given(asked()).when('pia', { type: 'MarkStar', ...star });
    outcome.makes({ type: 'StarMarked', ...star });
    expect(mineOf(outcome.state(), idOf('pia'))?.asks.a1?.stars).toEqual({ S: 12_000 });
    const there = by('pia', { type: 'StarMarked', ...star });
    given(asked(), there)
      .when('pia', { type: 'MarkStar', ...star })
      .changesNothing();
    const after = given(asked(), there)
      .when('pia', { type: 'MarkStar', ...star, atMs: null })
      .state();
    expect(mineOf(after, idOf('pia'))?.asks).toEqual({});
  });
});
