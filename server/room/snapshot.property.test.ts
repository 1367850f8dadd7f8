import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomLife } from '../testing/random-room';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import { evolve } from './core/evolve';
import type { RoomState } from './core/state';

const PACK = testPack({ groups: 3, questionsPerGroup: 4, exercises: 6 });

test('a room that was text in between goes on as the one that was not', () => {
  const life = fc.record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 30, maxLength: 80, size: 'max' }),
    when: fc.nat(),
  });
  fc.assert(
    fc.property(life, ({ format, entropy, when }) => {
      const lives = randomLife(format, PACK, entropy);
      const cut = when % lives.length;
      let kept: RoomState | null = null;
      for (const [no, { step, decision }] of lives.entries()) {
        for (const event of decision.ok ? decision.events : []) kept = evolve(kept, event, step);
        if (no === cut) kept = JSON.parse(JSON.stringify(kept));
      }
      expect(kept).toStrictEqual(lives.at(-1)?.after ?? null);
    }),
    tries(60),
  );
});
