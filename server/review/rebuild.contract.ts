import { describe, expect, test } from 'vitest';
import { upsert } from '../store/batch';
import { closedInterview, interview, STARTED } from '../testing/interview';
import { marcus, priya, ROUND, type Step } from '../testing/interview-script';
import { type OpenRecord, playedRooms, principalIn, wholeText } from '../testing/played-rooms';
import { projectionsOf, REBUILT, rebuild } from './rebuild';
import type { LoggedEvent } from './replay';

/** The read models in one dialect, against what the events say. */
export function describeRebuild(dialect: string, open: () => Promise<OpenRecord>): void {
  describe(`read models made again from events, in ${dialect}`, () => {
    async function rowsOf({ db }: Pick<OpenRecord, 'db'>) {
      const tables = [];
      for (const table of REBUILT) {
        const rows = await db.selectFrom(table).selectAll().execute();
        tables.push([table, rows.map((row) => JSON.stringify(row)).sort()]);
      }
      return tables;
    }

    test('they match what was written with the events, and repair what was damaged', async () => {
      const opened = await open();
      const withdrawn: Step = {
        at: STARTED + 1e9,
        by: priya,
        event: { type: 'ScorecardWithdrawn', roundId: ROUND },
      };
      const logs = [
        interview(),
        interview({ roomId: 'rm_second000000', settings: { format: 'peer' } }),
        closedInterview({ roomId: 'rm_closed000000' }).slice(0, -1),
        [...interview({ roomId: 'rm_withdrawn000' }), withdrawn],
      ];
      const { review } = await playedRooms(opened, logs);
      const file = await wholeText(await review.exported(principalIn(marcus), 'everything', 'json'));
      expect(await review.kept.keep(principalIn('mb_owner0000000'), file ?? '')).toMatchObject({ kept: 4 });
      const before = await rowsOf(opened);
      const { db } = opened;
      await db.updateTable('scorecards').set({ first_mean: 1, title: 'damaged' }).execute();
      await db.deleteFrom('participations').execute();
      await db.updateTable('participations').set({ name: null }).execute();
      const room_id = 'rm_interview000';
      const stray = { room_id, round_id: 'r9', ask_id: 'a9', member_id: 'mb_x', first: 1, second: null };
      await db.insertInto('round_ratings').values(stray).execute();
      const byRoom = new Map(
        logs.map((steps): [string, LoggedEvent[]] => [
          steps[0]?.event.type === 'RoomOpened' ? steps[0].event.roomId : '',
          steps.map((step, index) => ({ ...step, seq: index + 1, commandId: `command-${index}` })),
        ]),
      );
      const made = await rebuild({ db, loadLog: async (id) => byRoom.get(id) ?? [], write: upsert });
      expect(made).toEqual({ rooms: 4 });
      expect(await rowsOf(opened)).toEqual(before);
    });

    test('a command that is stored while its room is read again keeps its rows', async () => {
      const opened = await open();
      const { db, record } = opened;
      const steps = interview();
      const logged = steps.map(
        (step, index): LoggedEvent => ({ ...step, seq: index + 1, commandId: `command-${index}` }),
      );
      // Before anything was published.
      const stored = Math.floor(steps.length / 2);
      await playedRooms(opened, [steps.slice(0, stored)]);
      const projections = projectionsOf(logged).slice(projectionsOf(logged.slice(0, stored)).length);
      const [{ room_id: roomId } = { room_id: '' }] = await db
        .selectFrom('events')
        .select('room_id')
        .execute();
      let read = 0;
      const loadLog = async () => {
        read += 1;
        if (read > 1) return logged;
        const events = steps
          .slice(stored)
          .map(({ event, at, by }) => ({ type: event.type, data: event, at, by }));
        await record.append({ roomId, expectedSeq: stored, commandId: 'late', events, projections });
        return logged.slice(0, stored);
      };
      await rebuild({ db, loadLog, write: upsert });
      const rows = await rowsOf(opened);
      const again = await open();
      await playedRooms(again, [steps]);
      expect(rows).toEqual(await rowsOf(again));
      expect(read).toBe(2);
    });
  });
}
