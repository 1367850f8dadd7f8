import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Replica } from '../protocol/replica';
import { VIEW_SCHEMAS } from '../protocol/views';
import { fullFrame as fullFrameSchema, patchFrame as patchFrameSchema } from '../protocol/wire';
import { SCRATCH_PAD } from '../protocol/words';
import { idOf } from '../testing/given';
import type { Lived } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import type { RoomEvent } from './core/events';
import { evolve } from './core/evolve';
import { changesViewer, patchFrame } from './core/frames';
import { allRounds, audienceOf, type RoomState, ratersOf } from './core/state';
import { upcast } from './core/upcast';
import { fullFrame, viewOf } from './core/views';

const PACK = testPack({ exercises: 4 });
const life = fc
  .record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 20, maxLength: 120, size: 'max' }),
  })
  .map(({ format, entropy }) => randomLife(format, PACK, entropy));

/** A try-out for Pia, or Carl's practice: the others are simulated. */
const tried = fc
  .record({
    alone: fc.boolean(),
    entropy: fc.array(fc.nat(), { minLength: 20, maxLength: 80, size: 'max' }),
  })
  .map(({ alone, entropy }) => {
    const visitorId = alone ? idOf('carl') : idOf('pia');
    const tryOut = { visitorId, until: 1_000_000_000, seed: 7, ...(alone && { alone }) };
    return randomLife('led', PACK, entropy, tryOut);
  });

/** Checks random lives of rooms; a failure prints the seed and the shortest life that shows it. */
function inEveryLife(check: (lives: Lived[]) => void, numRuns = 100): void {
  fc.assert(fc.property(life, check), tries(numRuns));
}

interface Happening {
  event: RoomEvent;
  before: RoomState;
  after: RoomState;
  at: number;
}

/** Every event of a life, with the states before and after it. */
function happenings(lives: Lived[]): Happening[] {
  return lives.flatMap(({ before, decision, step }) => {
    if (!decision.ok || !before) return [];
    let state: RoomState = before;
    return decision.events.map((event) => {
      const around = { event, before: state, after: evolve(state, event, step), at: step.at };
      state = around.after;
      return around;
    });
  });
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

test('in every life of a try-out or a practice views are what their schemas say, nobody joins, and the visitor alone counts as a rater of a practice', () => {
  let rated = 0;
  fc.assert(
    fc.property(tried, (lives) => {
      for (const { before, after, decision } of lives) {
        if (!after) continue;
        // Hana, who opened it, and the four who were made with it.
        expect(after.members.length).toBeLessThanOrEqual(5);
        for (const { memberId } of after.members) {
          const frame = fullFrame(after, memberId, 1);
          if (!frame) continue;
          fullFrameSchema.parse(frame);
          VIEW_SCHEMAS[frame.audience].parse(frame.view);
        }
        if (!after.tryOut?.alone) continue;
        const { visitorId } = after.tryOut;
        // Another person's rating, such as an observer's, counts nowhere.
        expect(ratersOf(after)).toEqual([visitorId]);
        rated += allRounds(after).flatMap(({ asks }) =>
          asks.filter(({ first: ratings }) => visitorId in ratings),
        ).length;
        if (before && decision.ok)
          expect(
            decision.events.every(
              (event) => JSON.stringify(upcast(JSON.parse(JSON.stringify(event)))) === JSON.stringify(event),
            ),
          ).toBe(true);
      }
    }),
    tries(20),
  );
  expect(rated).toBeGreaterThan(0);
});

describe('in every life of a room', () => {
  test('[SEE-17] everyone’s view is exactly what its schema says', () => {
    inEveryLife((lives) => {
      for (const { after } of lives) {
        for (const { memberId } of after?.members ?? []) {
          const frame = after && fullFrame(after, memberId, 1);
          if (!frame) continue;
          fullFrameSchema.parse(frame);
          VIEW_SCHEMAS[frame.audience].parse(frame.view);
        }
      }
    }, 40);
  });

  test('[HOME-4] nobody is sent a reading after its day, and only a candidate who has still to sit is before', () => {
    let readers = 0;
    inEveryLife((lives) => {
      for (const { decision, after, step } of lives) {
        if (!decision.ok || !after) continue;
        for (const { memberId, role } of after.members) {
          const home = fullFrame(after, memberId, step.at)?.mine.homeCode;
          if (!home) continue;
          readers += 1;
          expect(home.until).toBeGreaterThan(step.at);
          expect(role).toBe('candidate');
          expect(after.rounds.map(({ candidateId }) => candidateId)).not.toContain(memberId);
        }
      }
    });
    expect(readers).toBeGreaterThan(0);
  });

  test('[SEE-18] the frames of a change turn the old view into the new one, and there are none if nothing changed', () => {
    inEveryLife((lives) => {
      for (const { before, after, at } of happenings(lives))
        for (const { memberId } of after.members) {
          const [was, is] = [fullFrame(before, memberId, at), fullFrame(after, memberId, at)];
          if (!was || !is || changesViewer(before, after, memberId)) continue;
          const replica = new Replica();
          replica.full(was);
          const patch = patchFrame(before, after, memberId, 2, at);
          if (patch) expect(replica.patch(patchFrameSchema.parse(patch))).toBe('taken');
          expect(patch === null).toBe(same([was.view, was.mine], [is.view, is.mine]));
          expect(replica.known).toEqual({ audience: is.audience, view: is.view, mine: is.mine });
        }
    }, 40);
  });

  test('[SEE-18] what is kept of the state before changes no view: a process that has just read the room shows the same', () => {
    inEveryLife((lives) => {
      for (const { after, at } of happenings(lives)) {
        const { pack, ...rest } = after;
        const asRead: RoomState = { ...structuredClone(rest), pack };
        for (const { memberId } of after.members)
          expect(fullFrame(after, memberId, at)).toEqual(fullFrame(asRead, memberId, at));
      }
    }, 40);
  });

  test('[SEE-18] a part of a view that an event does not change stays the same object', () => {
    inEveryLife((lives) => {
      for (const { before, after } of happenings(lives)) {
        const [was, is] = [viewOf(before, 'host'), viewOf(after, 'host')];
        if (!('asks' in was) || !('asks' in is) || before.pack !== after.pack) continue;
        if (was.live?.askId === is.live?.askId) expect(is.live).toBe(was.live);
        if (was.round?.roundId !== is.round?.roundId) continue;
        for (const [id, message] of Object.entries(was.channel.messages))
          if (is.channel.messages[id]?.name === message.name) expect(is.channel.messages[id]).toBe(message);
      }
    }, 40);
  });

  test('[LOG-1] events that are stored as text and read back give the same state', () => {
    inEveryLife((lives) => {
      const stored = lives.flatMap(({ decision, step: { at, by } }) =>
        decision.ok ? decision.events.map((event) => JSON.stringify({ event, meta: { at, by } })) : [],
      );
      const again = stored.reduce<RoomState | null>((state, text) => {
        const { event, meta } = JSON.parse(text);
        return evolve(state, event, meta);
      }, null);
      expect(again).toEqual(lives.at(-1)?.after);
    });
  });

  test('[LOG-1] a rejected command leaves everything as it was', () => {
    inEveryLife((lives) => {
      const last = lives.findLastIndex(({ decision }) => !decision.ok);
      const accepted = lives
        .slice(0, last)
        .flatMap(({ step, decision }) =>
          decision.ok ? decision.events.map((event) => ({ step, event })) : [],
        );
      const rebuilt = accepted.reduce<RoomState | null>(
        (state, { step, event }) => evolve(state, event, step),
        null,
      );
      expect(JSON.stringify(lives[last]?.before ?? null)).toBe(JSON.stringify(rebuilt));
    });
  });

  test('[RATE-2] no first rating changes once its ask is open', () => {
    inEveryLife((lives) => {
      for (const { before, after } of happenings(lives))
        for (const ask of before.rounds.flatMap((round) => round.asks)) {
          if (!ask.reveal) continue;
          const later = allRounds(after)
            .flatMap((round) => round.asks)
            .find(({ askId }) => askId === ask.askId);
          expect(later).toMatchObject({ first: ask.first, reveal: ask.reveal });
        }
    });
  });

  test('[ROTATE-2] in a peer room no question is pushed twice', () => {
    inEveryLife((lives) => {
      const end = lives.at(-1)?.after;
      if (end?.settings.format !== 'peer') return;
      const heard = end.rounds
        .flatMap((round) => round.asks.map((ask) => ask.itemId))
        .filter((itemId) => itemId !== SCRATCH_PAD);
      expect(new Set(heard).size).toBe(heard.length);
    });
  });

  test('[HOST-7] there is always one host, who is a panelist and not in the hot seat', () => {
    inEveryLife((lives) => {
      for (const { after } of lives) {
        if (!after) continue;
        const host = after.members.find((member) => member.memberId === after.hostId);
        expect(host?.role).toBe('panelist');
        expect(audienceOf(after, after.hostId)).not.toBe('candidate');
      }
    });
  });
});
