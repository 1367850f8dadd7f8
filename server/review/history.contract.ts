import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { HistoryFilter } from '../protocol/history';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import type { EventRecord, Projection } from '../runtime/ports';
import type { Principal } from '../runtime/principal';
import type { Database } from '../runtime/tables';
import { closedInterview, everything, type InterviewPlan, interview, STARTED } from '../testing/interview';
import { interviewPack } from '../testing/interview-pack';
import { aiko, lena, marcus, principalOf, priya, type Step, sam } from '../testing/interview-script';
import { project } from './project';
import { createReview } from './review';

const DAY = 86_400_000;
const person = (memberId: string, aliases: string[] = []): Principal => ({
  id: principalOf(memberId),
  name: '',
  kind: 'guest',
  email: null,
  image: null,
  aliases,
});

/** What a person reads of the past, in one dialect: `open` gives an empty record. */
export function describeReview(
  dialect: string,
  open: () => Promise<{ db: Kysely<Database>; record: EventRecord }>,
): void {
  describe(`the history in ${dialect}`, () => {
    /** Rooms that were played, written with the rows that the runtime writes beside them. */
    async function played(...logs: Step[][]) {
      const { db, record } = await open();
      const rooms = new Map<string, RoomState>();
      for (const steps of logs) {
        let state: RoomState | null = null;
        const projections: Projection[] = [];
        for (const { event, at, by } of steps) {
          const after: RoomState = evolve(state, event, { at, by });
          projections.push(...project(state, after, [event]));
          state = after;
        }
        if (!state) throw new Error('no steps, no room');
        rooms.set(state.roomId, state);
        const events = steps.map(({ event, at, by }) => ({ type: event.type, data: event, at, by }));
        const { roomId } = state;
        await record.append({ roomId, expectedSeq: 0, commandId: 'command', events, projections });
      }
      return createReview({ db, loadRoom: async (roomId) => rooms.get(roomId) ?? null });
    }

    const nth = (index: number, change: Partial<InterviewPlan> = {}) =>
      interview({
        roomId: `rm_${String(index).padStart(12, '0')}`,
        title: `Panel ${index}`,
        startedAt: STARTED + index * DAY,
        ...change,
      });
    const all: HistoryFilter & { cursor: null; size: number } = {
      packId: null,
      role: null,
      cursor: null,
      size: 20,
    };

    test('newest first, page by page, each once, whatever the size of a page', async () => {
      const review = await played(...[0, 1, 2, 3, 4].map((index) => nth(index)));
      const titles: string[][] = [];
      let cursor: string | null = null;
      do {
        const page = await review.history(person(marcus), { ...all, cursor, size: 2 });
        titles.push(page.entries.map(({ title }) => title));
        cursor = page.next;
      } while (cursor);
      expect(titles).toEqual([['Panel 4', 'Panel 3'], ['Panel 2', 'Panel 1'], ['Panel 0']]);
    });

    test('rounds published in the same instant are neither lost nor repeated between pages', async () => {
      const same = [0, 1, 2].map((index) => nth(index, { startedAt: STARTED }));
      const review = await played(...same);
      const first = await review.history(person(marcus), { ...all, size: 2 });
      const second = await review.history(person(marcus), { ...all, cursor: first.next, size: 2 });
      const titles = [...first.entries, ...second.entries].map(({ title }) => title);
      expect(titles.sort()).toEqual(['Panel 0', 'Panel 1', 'Panel 2']);
      expect(second.next).toBeNull();
    });

    test('a cursor that nobody gave out starts at the first page', async () => {
      const review = await played(nth(0));
      for (const cursor of ['', '1', "1.rm_x'--.r1", '99999999999999999999.rm_000000000000.r1'])
        expect((await review.history(person(marcus), { ...all, cursor })).entries).toHaveLength(1);
    });

    test('an entry says what it was about, as what I took part, and the number', async () => {
      const review = await played(nth(7));
      const { entries } = await review.history(person(sam), all);
      expect(entries).toEqual([
        {
          roomId: 'rm_000000000007',
          roundId: 'r1',
          title: 'Panel 7',
          packId: 'senior-backend',
          packTitle: 'Senior backend panel',
          format: 'led',
          role: 'observer',
          candidateName: 'Lena Fischer',
          publishedAt: expect.any(Number),
          scores: { first: expect.closeTo(3.4545, 3), second: expect.closeTo(3.4545, 3), ratings: 11 },
        },
      ]);
    });

    test('filtered by pack and by role, with how many there are of each', async () => {
      const pack = { ...interviewPack(), id: 'other-pack', title: 'Another pack' };
      const review = await played(nth(0), nth(1, { pack }), nth(2, { pack }));
      const me = person(lena);
      const titlesOf = async (filter: Partial<HistoryFilter>) =>
        (await review.history(me, { ...all, ...filter })).entries.map(({ title }) => title);
      expect(await titlesOf({ packId: 'other-pack' })).toEqual(['Panel 2', 'Panel 1']);
      expect(await titlesOf({ packId: 'other-pack', role: 'panelist' })).toEqual([]);
      expect(await titlesOf({ role: 'candidate' })).toHaveLength(3);
      expect(await review.choices(me)).toEqual({
        scorecards: 3,
        packs: [
          { id: 'other-pack', title: 'Another pack', scorecards: 2 },
          { id: 'senior-backend', title: 'Senior backend panel', scorecards: 1 },
        ],
        roles: [{ role: 'candidate', scorecards: 3 }],
      });
    });

    test('nobody else finds it: a stranger, or who was removed before it was published', async () => {
      const steps = nth(0);
      const removed = { at: STARTED, by: priya, event: { type: 'MemberRemoved', memberId: aiko } as const };
      const review = await played([...steps.slice(0, -1), removed, ...steps.slice(-1)]);
      for (const other of [person(aiko), person('mb_stranger0000')]) {
        expect((await review.history(other, all)).entries).toEqual([]);
        expect(await review.choices(other)).toEqual({ scorecards: 0, packs: [], roles: [] });
        expect(await review.scorecard(other, 'rm_000000000000', 'r1')).toBeNull();
      }
      expect(await review.scorecard(person(marcus), 'rm_000000000000', 'r1')).not.toBeNull();
    });

    test('a guest who signs in keeps their history, and a round with two of my seats is one entry', async () => {
      const review = await played(nth(0));
      const account = { ...person('mb_account00000'), kind: 'account' as const };
      const withGuest = { ...account, aliases: [principalOf(lena), principalOf(marcus)] };
      expect((await review.history(account, all)).entries).toEqual([]);
      const { entries } = await review.history(withGuest, all);
      expect(entries.map(({ role }) => role)).toEqual(['candidate']);
      expect((await review.scorecard(withGuest, 'rm_000000000000', 'r1'))?.viewer.role).toBe('candidate');
      expect((await review.choices(withGuest)).scorecards).toBe(1);
    });

    test('ratings that the host did not share are in no list and in no trend of the candidate', async () => {
      const sharing = { ...everything, ratings: 'none' as const };
      const review = await played(nth(0, { sharing }), nth(1));
      const { entries } = await review.history(person(lena), all);
      expect(entries.map(({ scores }) => scores?.ratings ?? null)).toEqual([11, null]);
      const points = (await review.trends(person(lena), null)).flatMap((trend) => trend.points);
      expect(points.every(({ rounds }) => rounds === 1)).toBe(true);
      expect(points).toHaveLength(4);
      const panelists = await review.history(person(priya), all);
      expect(panelists.entries.every(({ scores }) => scores?.ratings === 11)).toBe(true);
    });

    test('a round that is closed in private, or withdrawn, is in the panel’s history and not in its candidate’s', async () => {
      const withdrawn: Step = {
        at: STARTED + 2 * DAY,
        by: priya,
        event: { type: 'ScorecardWithdrawn', roundId: 'r1' },
      };
      const closed = closedInterview({ roomId: 'rm_closed000000' }).slice(0, -1);
      const review = await played(closed, [...nth(1), withdrawn], nth(2));
      const count = async (memberId: string) => (await review.history(person(memberId), all)).entries.length;
      expect([await count(marcus), await count(lena)]).toEqual([3, 1]);
      expect(await review.scorecard(person(lena), 'rm_closed000000', 'r1')).toBeNull();
      expect(await review.scorecard(person(marcus), 'rm_closed000000', 'r1')).not.toBeNull();
      expect(await review.preview(person(priya), 'rm_closed000000', 'r1', everything)).not.toBeNull();
      expect(await review.preview(person(marcus), 'rm_closed000000', 'r1', everything)).toBeNull();
    });

    test('trends: a line a competency, oldest first, of my own rounds in the hot seat', async () => {
      const review = await played(nth(1), nth(0));
      const trends = await review.trends(person(lena), null);
      expect(trends.map(({ title }) => title)).toEqual([
        'Code quality',
        'Communication',
        'Delivery',
        'Use of data',
      ]);
      const [, communication] = trends;
      expect(communication?.points.map(({ mean, ratings, rounds }) => [mean, ratings, rounds])).toEqual([
        [13 / 3, 3, 1],
        [13 / 3, 3, 1],
      ]);
      expect(communication?.points[0]?.at).toBeLessThan(communication?.points[1]?.at ?? 0);
      expect(await review.trends(person(marcus), null)).toEqual([]);
      expect(await review.trends(person(lena), 'other-pack')).toEqual([]);
    });

    test('running rooms: mine, not over, and of one that I wait for its title alone', async () => {
      const lobby = nth(0).slice(0, 5);
      const going = nth(1);
      const ended: Step[] = [...nth(2), { at: STARTED + 3 * DAY, by: priya, event: { type: 'RoomEnded' } }];
      const left: Step[] = [
        ...nth(3).slice(0, 5),
        { at: STARTED, by: marcus, event: { type: 'MemberLeft', memberId: marcus } },
        { at: STARTED, by: null, event: { type: 'MemberReturned', memberId: marcus, waiting: true } },
        { at: STARTED, by: sam, event: { type: 'MemberLeft', memberId: sam } },
      ];
      const asking = going.slice(
        0,
        going.findIndex(({ event }) => event.type === 'AskRevealed'),
      );
      const review = await played(lobby, asking, ended, left);
      expect(await review.running(person(marcus))).toEqual([
        { roomId: 'rm_000000000003', title: 'Panel 3', role: 'panelist', status: 'waiting' },
        {
          roomId: 'rm_000000000001',
          title: 'Panel 1',
          role: 'panelist',
          status: 'in',
          host: false,
          people: 5,
          round: { no: 1, of: null, phase: 'asking', inHotSeat: false },
          live: true,
        },
        {
          roomId: 'rm_000000000000',
          title: 'Panel 0',
          role: 'panelist',
          status: 'in',
          host: false,
          people: 5,
          round: null,
          live: false,
        },
      ]);
      expect((await review.running(person(sam))).map(({ roomId }) => roomId)).toEqual([
        'rm_000000000001',
        'rm_000000000000',
      ]);
    });

    test('a running round is nothing to the candidate of another one', async () => {
      const going = nth(0);
      const asking = going.slice(
        0,
        going.findIndex(({ event }) => event.type === 'AskRevealed'),
      );
      const waits = {
        memberId: 'mb_nextcandidat',
        principalId: principalOf('mb_nextcandidat'),
        name: 'Nia',
        role: 'candidate',
        inviteId: null,
      } as const;
      const joins: Step = {
        at: STARTED,
        by: null,
        event: { type: 'MemberJoined', member: waits, waiting: false },
      };
      const review = await played([...asking, joins]);
      // Six are in the room; a candidate knows of four, and of themself.
      expect(await review.running(person(waits.memberId))).toMatchObject([
        { round: null, live: false, people: 5 },
      ]);
      expect(await review.running(person(lena))).toMatchObject([{ live: true, people: 5 }]);
      expect(await review.running(person(marcus))).toMatchObject([{ live: true, people: 6 }]);
    });

    test('a round that is not there is answered like one that I may not read', async () => {
      const review = await played(nth(0));
      expect(await review.scorecard(person(marcus), 'rm_nowhere00000', 'r1')).toBeNull();
      expect(await review.scorecard(person(marcus), 'rm_000000000000', 'r9')).toBeNull();
    });
  });
}
