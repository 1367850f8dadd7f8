import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openRecord } from '../store/open';
import { by, idOf, stateOf } from '../testing/given';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { recordFolder } from '../testing/record-folder';
import { joined, opened, peerLobby, principalOf, testMember } from '../testing/stories';
import { heardBy, heardInRoom } from './heard';
import type { Db } from './history';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const [hana, pia, paul] = ['hana', 'pia', 'paul'].map(principalOf) as [string, string, string];

describe.each([
  { dialect: 'SQLite', place: async () => ({ databaseUrl: null, dataDir: await recordFolder() }) },
  { dialect: 'PostgreSQL', place: async () => ({ databaseUrl: await postgres.tables(), dataDir: '' }) },
])('what was heard, in $dialect', ({ place }) => {
  async function withRows(
    rows: [string, string, string][],
    merged: [string, string | null][] = [],
  ): Promise<Db> {
    const found = await openRecord(await place());
    if (!found.ok) throw new Error(found.problem);
    onTestFinished(() => found.record.close());
    const { db } = found;
    for (const [principal_id, family_id, item_id] of rows)
      await db.insertInto('heard').values({ principal_id, family_id, item_id, at: 1 }).execute();
    for (const [id, merged_into] of merged)
      await db
        .insertInto('principals')
        .values({
          id,
          merged_into,
          name: id,
          email: null,
          image: null,
          kind: 'guest',
          epoch: 0,
          created_at: 1,
        })
        .execute();
    return db;
  }

  test('only of a room’s members, and only of its own pack’s family', async () => {
    const db = await withRows([
      [pia, 'test-pack', 'g1-q1'],
      [hana, 'test-pack', 'g1-q1'],
      [paul, 'test-pack', 'g1-q2'],
      [paul, 'another', 'g2-q1'],
      ['pr_stranger', 'test-pack', 'g3-q1'],
    ]);
    expect(await heardInRoom(db, stateOf(peerLobby()))).toEqual(
      new Map([
        ['g1-q1', [idOf('hana'), idOf('pia')]],
        ['g1-q2', [idOf('paul')]],
      ]),
    );
  });

  test('a person who left no longer counts, and one in the waiting room does not count yet', async () => {
    const db = await withRows([
      [pia, 'test-pack', 'g1-q1'],
      [paul, 'test-pack', 'g1-q2'],
    ]);
    const left = by('pia', { type: 'MemberLeft', memberId: idOf('pia') });
    const waits = joined('paul', 'panelist', true);
    expect(await heardInRoom(db, stateOf(opened('peer'), joined('pia'), left, waits))).toEqual(new Map());
  });

  test('a person’s earlier and later ids count', async () => {
    const rows: [string, string, string][] = [
      ['pr_account', 'test-pack', 'g1-q1'],
      ['pr_other_guest', 'test-pack', 'g1-q2'],
      [pia, 'test-pack', 'g1-q3'],
    ];
    const merged: [string, string | null][] = [
      ['pr_account', null],
      ['pr_other_guest', 'pr_account'],
      [pia, 'pr_account'],
    ];
    const db = await withRows(rows, merged);
    const all = new Map(['g1-q1', 'g1-q2', 'g1-q3'].map((id) => [id, [idOf('pia')]]));
    expect(await heardInRoom(db, stateOf(opened('peer'), joined('pia')))).toEqual(all);
    const account = { ...testMember('pia', 'panelist'), principalId: 'pr_account' };
    const asAccount = by(null, { type: 'MemberJoined' as const, member: account, waiting: false });
    expect(await heardInRoom(db, stateOf(opened('peer'), asAccount))).toEqual(all);
  });

  test('of one person by any of their ids', async () => {
    const db = await withRows([
      [pia, 'test-pack', 'g1-q1'],
      ['pr_before', 'test-pack', 'g1-q2'],
      [paul, 'test-pack', 'g1-q3'],
    ]);
    expect(await heardBy(db, [pia, 'pr_before'], 'test-pack')).toEqual(new Set(['g1-q1', 'g1-q2']));
    expect(await heardBy(db, [], 'test-pack')).toEqual(new Set());
  });
});
