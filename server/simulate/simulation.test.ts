import { expect, test } from 'vitest';
import { withoutExercises } from './simulation';

test('a room that played no exercise with planted issues is a finding, if its pack has enough', () => {
  const room = (planted: number, hasExercises: boolean) =>
    withoutExercises({
      format: 'peer',
      roomId: 'rm_played000000',
      hasExercises,
      code: { edits: 0, diverged: [], planted },
    });
  expect(room(0, true)).toEqual(['the peer room rm_played000000 had no exercise']);
  expect(room(3, true)).toEqual([]);
  expect(room(0, false)).toEqual([]);
});
