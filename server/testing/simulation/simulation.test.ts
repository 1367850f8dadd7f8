import { afterAll, describe, expect, test, vi } from 'vitest';
import { MemoryTexts } from '../memory-code';
import { MemoryEvents } from '../memory-record';
import { testMember } from '../stories';
import { tries } from '../tries';
import { failureOf, inWords, playPinned } from './failure';
import { BOUNDARIES, lineOf, operationOf, planOf } from './operations';
import { PINNED } from './pinned';
import { type Played, play } from './play';

const WORLDS = 26;
const { seed: FIRST, numRuns: COUNT } = tries(WORLDS);
const SEEDS = Array.from({ length: COUNT }, (_, index) => FIRST + index);
/** Commands and updates of texts that were asked for, views that people took, and faults, in all worlds together. */
const ENOUGH = 50_000;

// A world that is left before its end would go on beside the next one, with the same clock.
vi.setConfig({ testTimeout: 900_000 });

const totals: Record<string, number> = { worlds: 0, operations: 0 };
const began = process.cpuUsage();

function counted({ operations, counts }: Played): void {
  for (const [what, count] of Object.entries({ ...counts, operations, worlds: 1 }))
    totals[what] = (totals[what] ?? 0) + count;
}

describe('in the storm of every fault', () => {
  test.each(SEEDS)(
    'a room has one order, nobody sees it go back, every answer is true and nothing leaks: seed %i',
    async (seed) => {
      const played = await play(seed);
      counted(played);
      const failure = played.found.length > 0 ? inWords(await failureOf(played)) : '';
      expect(failure).toBe('');
    },
  );

  test.each(PINNED)('as it does in the world of seed $seed, which once found a fault', async (pin) => {
    const { found } = await playPinned(pin);
    expect(found).toEqual([]);
  });

  test('which is a real storm: processes die at every boundary, and each kind of fault happens often', () => {
    const rare = (what: readonly string[], least: number) => what.filter((one) => (totals[one] ?? 0) < least);
    expect(
      rare(
        BOUNDARIES.map((boundary) => `died ${boundary}`),
        COUNT / 4,
      ),
    ).toEqual([]);
    expect(rare(['drain', 'freeze', 'deaf', 'clock', 'cut', 'reload', 'silent', 'sleep'], COUNT)).toEqual([]);
    expect(rare(['record-away', 'record-slow', 'record-loses-answers', 'bus-away'], COUNT)).toEqual([]);
    expect(rare(['insertions', 'deletions', 'replacements', 'writings', 'texts'], COUNT * 10)).toEqual([]);
    expect(rare(['edits without the pen'], COUNT * 5)).toEqual([]);
    expect(rare(['exercises of peers'], COUNT / 4)).toEqual([]);
    expect(rare(['reads by who sat before', 'writings by who sat before'], COUNT)).toEqual([]);
    expect(totals['stale tabs told']).toBeGreaterThan(COUNT / 2);
    expect(totals.operations).toBeGreaterThan((ENOUGH * COUNT) / WORLDS);
  });

  afterAll(() => {
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    const { worlds, operations = 0, commands, asked, looks, writings, texts, faults } = totals;
    process.stdout.write(
      `${operations} operations in ${worlds} worlds: ${commands} commands, asked for ${asked} times, ${looks} views, ` +
        `${writings} updates of texts (told ${texts} times, with cursors) and ${faults} faults in ${Math.round(seconds)} s of one core, ${Math.round(operations / seconds)} a second\n`,
    );
  });
});

test('the same seed gives the same log, byte for byte, also where a clock is an hour wrong', async () => {
  const [one, other] = [await play(5, { keepsLines: true }), await play(5, { keepsLines: true })];
  const lines = one.world.history.lines ?? [];
  expect(lines.length).toBeGreaterThan(3_000);
  expect(other.world.history.lines).toEqual(lines);
  expect(other.digest).toBe(one.digest);
});

/** Answers that it has stored a hand that was raised, and has not. */
class Forgetful extends MemoryEvents {
  override write(append: Parameters<MemoryEvents['write']>[0]): ReturnType<MemoryEvents['write']> {
    return append.events.some(({ type }) => type === 'HandChanged') ? { ok: true } : super.write(append);
  }
}

/** Stores a command again that it has stored already. */
class Repeating extends MemoryEvents {
  override write(append: Parameters<MemoryEvents['write']>[0]): ReturnType<MemoryEvents['write']> {
    const result = super.write(append);
    const again = {
      ...append,
      expectedSeq: this.of(append.roomId).length,
      commandId: `${append.commandId} `,
    };
    if (result.ok && append.events.some(({ type }) => type === 'MessageSent')) super.write(again);
    return result;
  }
}

/** Answers that it has stored every third update of a text, and has not. */
class ForgetfulTexts extends MemoryTexts {
  #count = 0;

  override write(...[roomId, askId, row]: Parameters<MemoryTexts['write']>): boolean {
    this.#count += 1;
    return this.#count % 3 === 0 || super.write(roomId, askId, row);
  }
}

/** Stores as an observer's what somebody else wrote. */
class ForgedTexts extends MemoryTexts {
  override write(...[roomId, askId, row]: Parameters<MemoryTexts['write']>): boolean {
    return super.write(roomId, askId, { ...row, by: testMember('olga', 'observer').memberId });
  }
}

describe('the checks can fail', () => {
  /** The first half minute of a world. */
  const operations = planOf(4, ['hana', 'pia', 'paul', 'olga', 'carl']).operations.filter(
    ({ at }) => at < 30_000,
  );

  test('a record that drops an acknowledged append is found, and the world that shows it is shrunk and can be pinned', async () => {
    const options = () => ({ events: new Forgetful() });
    const played = await play(4, { ...options(), operations });
    expect(played.found.join('\n')).toMatch(/RaiseHand .* was acknowledged and is lost/);
    const { pin } = await failureOf(played, options, 30);
    expect(pin.operations.length).toBeLessThan(operations.length / 10);
    expect((await playPinned(pin, options())).found).not.toEqual([]);
    expect((await playPinned(pin)).found).toEqual([]);
  });

  test('a message that is there twice is found', async () => {
    const { found } = await play(4, { events: new Repeating(), operations });
    expect(found.join('\n')).toMatch(/took effect 2 times/);
  });

  test('an update of a text that is acknowledged and lost is found, and so is one of somebody who sent none', async () => {
    const lost = await play(8, { texts: new ForgetfulTexts() });
    expect(lost.found.join('\n')).toMatch(/update of a\d+ was acknowledged and is lost/);
    expect(lost.found.join('\n')).toMatch(/was saved and is lost/);
    const forged = await play(8, { texts: new ForgedTexts() });
    expect(forged.found.join('\n')).toMatch(/mb_olga00000000 wrote in a\d+ what nobody sent/);
  });

  test('an operation is a line, and the line is that operation', () => {
    for (const line of ['12 act pia 77', '13000 crash 1 after-append 700', '5 bus-away 900', '8 stale hana'])
      expect(lineOf(operationOf(line))).toBe(line);
  });
});
