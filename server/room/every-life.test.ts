import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VIEW_SCHEMAS } from '../protocol/views';
import { fullFrame as fullFrameSchema, mineFrame, slicesFrame } from '../protocol/wire';
import type { Lived } from '../testing/lives';
import { randomLife } from '../testing/random-room';
import { testPack } from '../testing/test-pack';
import { tries } from '../testing/tries';
import type { RoomEvent } from './core/events';
import { evolve } from './core/evolve';
import { audienceOf, CHANNELS, channelOf, type RoomState } from './core/state';
import * as frames from './frames';
import { mineOf } from './view-mine';
import { fullFrame, viewOf } from './views';

const PACK = testPack();
const life = fc
  .record({
    format: fc.constantFrom('led' as const, 'peer' as const),
    entropy: fc.array(fc.nat(), { minLength: 20, maxLength: 120, size: 'max' }),
  })
  .map(({ format, entropy }) => randomLife(format, PACK, entropy));

/** Looks at random lives of rooms; a failure prints the seed and the shortest life that shows it. */
function inEveryLife(check: (lives: Lived[]) => void, numRuns = 100): void {
  fc.assert(fc.property(life, check), tries(numRuns));
}

interface Happening {
  event: RoomEvent;
  before: RoomState;
  after: RoomState;
  at: number;
}

/** Every event of a life with the states around it. */
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

describe('in every life of a room', () => {
  test('[SEE-17] everyone’s view is what its schema says, exactly', () => {
    inEveryLife((lives) => {
      for (const { after } of lives) {
        for (const { memberId } of after?.members ?? []) {
          const frame = after && fullFrame(after, memberId, 1);
          if (!frame) continue;
          fullFrameSchema.parse(frame);
          VIEW_SCHEMAS[frame.audience].parse(frame.slices);
        }
      }
    }, 40);
  });

  test('[SEE-17] a later frame is a part of that view', () => {
    inEveryLife((lives) => {
      for (const { before, after, at } of happenings(lives))
        for (const { memberId } of after.members) {
          const channel = channelOf(after, memberId);
          const audience = audienceOf(after, memberId);
          if (!channel || !audience || channel !== channelOf(before, memberId)) continue;
          const shared = frames.slicesFrame(before, after, channel, at);
          if (shared) VIEW_SCHEMAS[audience].partial().parse(slicesFrame.parse(shared).slices);
          const own = frames.mineFrame(before, after, memberId, at);
          if (own) mineFrame.parse(own);
        }
    }, 40);
  });

  test('[SEE-18] a channel whose view an event changes is told of it', () => {
    inEveryLife((lives) => {
      for (const { event, before, after } of happenings(lives))
        for (const channel of CHANNELS) {
          if (same(viewOf(before, channel), viewOf(after, channel))) continue;
          expect(`${event.type} ${channel} ${after.heads.shared[channel]}`).not.toBe(
            `${event.type} ${channel} ${before.heads.shared[channel]}`,
          );
        }
    });
  });

  test('[SEE-18] a person whose own part an event changes is told of it', () => {
    inEveryLife((lives) => {
      for (const { event, before, after } of happenings(lives))
        for (const { memberId } of after.members) {
          if (same(mineOf(before, memberId), mineOf(after, memberId))) continue;
          expect(`${event.type} ${after.heads.mine[memberId]}`).not.toBe(
            `${event.type} ${before.heads.mine[memberId] ?? 0}`,
          );
        }
    });
  });

  test('[SEE-18] sequence numbers only grow', () => {
    inEveryLife((lives) => {
      for (const { before, after } of happenings(lives)) {
        for (const channel of CHANNELS)
          expect(after.heads.shared[channel]).toBeGreaterThanOrEqual(before.heads.shared[channel]);
        for (const [memberId, seq] of Object.entries(before.heads.mine))
          expect(after.heads.mine[memberId]).toBeGreaterThanOrEqual(seq);
      }
    });
  });

  test('[LOG-1] the events, stored as text and read back, give the same state', () => {
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
      for (const { decision, before, after } of lives) if (!decision.ok) expect(after).toBe(before);
    });
  });

  test('[RATE-2] no first rating changes once its ask is open', () => {
    inEveryLife((lives) => {
      for (const { before, after } of happenings(lives))
        for (const ask of before.rounds.flatMap((round) => round.asks)) {
          if (!ask.reveal) continue;
          const later = after.rounds.flatMap((round) => round.asks).find(({ askId }) => askId === ask.askId);
          expect(later).toMatchObject({ first: ask.first, reveal: ask.reveal });
        }
    });
  });

  test('[ROTATE-2] in a peer room no question is pushed twice', () => {
    inEveryLife((lives) => {
      const end = lives.at(-1)?.after;
      if (end?.settings.format !== 'peer') return;
      const heard = end.rounds.flatMap((round) => round.asks.map((ask) => ask.itemId));
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
