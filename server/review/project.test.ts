import { expect, test } from 'vitest';
import type { Role } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import { evolve } from '../room/core/evolve';
import type { RoomState } from '../room/core/state';
import type { ProjectedTable, Projection } from '../runtime/ports';
import type { Database } from '../runtime/tables';
import { closedInterview, everything, interview, roomAfter, STARTED } from '../testing/interview';
import { aiko, lena, marcus, principalOf, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { project } from './project';
import { readMeans } from './round-means';

/** The rows of every step, in order, as the runtime asks for them. */
function rowsOf(steps: readonly Step[]): Projection[] {
  let state: RoomState | null = null;
  return steps.flatMap(({ event, at, by }) => {
    const before = state;
    const after = evolve(before, event, { at, by });
    state = after;
    return project(before, after, [event]);
  });
}

function inTable<T extends ProjectedTable>(rows: readonly Projection[], table: T): Database[T][] {
  return rows.flatMap((projection) => (projection.table === table ? [projection.row as Database[T]] : []));
}

const lastOf = (steps: readonly Step[], memberId: string) =>
  inTable(rowsOf(steps), 'memberships').findLast((row) => row.member_id === memberId);

const step = (event: RoomEvent, by: string | null = priya): Step => ({ at: STARTED + 9e6, by, event });

test('everybody who joins has a membership, the host first', () => {
  const rows = inTable(rowsOf(interview().slice(0, 5)), 'memberships');
  expect(rows.map(({ member_id, status }) => [member_id, status])).toEqual(
    [priya, marcus, aiko, sam, lena].map((memberId) => [memberId, 'in']),
  );
  expect(rows[0]).toMatchObject({
    principal_id: principalOf(priya),
    room_phase: 'lobby',
    active_at: STARTED,
  });
});

test('a round that begins moves everybody’s room, and nothing else of it does', () => {
  const steps = interview();
  const begins = steps.findIndex(({ event }) => event.type === 'RoundStarted');
  const rows = inTable(rowsOf(steps), 'memberships').slice(5);
  expect(rows).toHaveLength(5);
  expect(rows.every((row) => row.room_phase === 'live' && row.active_at === steps[begins]?.at)).toBe(true);
});

test.each<[RoomEvent, object]>([
  [{ type: 'MemberRemoved', memberId: marcus }, { status: 'removed' }],
  [{ type: 'MemberLeft', memberId: marcus }, { status: 'left' }],
  [{ type: 'RoleChanged', memberId: marcus, role: 'observer' }, { role: 'observer' }],
  [{ type: 'SettingsChanged', settings: { title: 'Another title' } }, { room_title: 'Another title' }],
  [{ type: 'RoomEnded' }, { room_phase: 'ended' }],
])('$type is in the membership', (event, changed) => {
  expect(lastOf([...interview(), step(event)], marcus)).toMatchObject(changed);
});

test('a person who knocks waits, and is then in or declined', () => {
  const knock: Step[] = [
    ...interview(),
    step({ type: 'MemberLeft', memberId: marcus }, marcus),
    step({ type: 'MemberReturned', memberId: marcus, waiting: true }, null),
  ];
  expect(lastOf(knock, marcus)?.status).toBe('waiting');
  expect(lastOf([...knock, step({ type: 'MemberAdmitted', memberId: marcus })], marcus)?.status).toBe('in');
  expect(lastOf([...knock, step({ type: 'MemberDeclined', memberId: marcus })], marcus)?.status).toBe(
    'declined',
  );
});

test('every invite is found by its hash, those of the opening and those that came later', () => {
  const invite = (inviteId: string) =>
    ({ inviteId, role: 'panelist', tokenHash: `hash-${inviteId}`, expiresAt: 0 }) as const;
  const [opened, ...rest] = interview();
  if (opened?.event.type !== 'RoomOpened') throw new Error('a room opens first');
  const steps = [
    { ...opened, event: { ...opened.event, invites: [invite('iv_1'), invite('iv_2')] } },
    ...rest,
    step({ type: 'InviteIssued', invite: invite('iv_3') }),
  ];
  expect(inTable(rowsOf(steps), 'invite_index').map((row) => [row.token_hash, row.invite_id])).toEqual([
    ['hash-iv_1', 'iv_1'],
    ['hash-iv_2', 'iv_2'],
    ['hash-iv_3', 'iv_3'],
  ]);
});

test('publishing writes the scorecard, its means, and who may find it', () => {
  const rows = rowsOf(interview());
  expect(inTable(rows, 'scorecards')).toEqual([
    expect.objectContaining({
      round_id: ROUND,
      candidate_member_id: lena,
      candidate_name: 'Lena Fischer',
      pack_id: 'senior-backend',
      first_mean: expect.closeTo(3.4545, 3),
      ratings: 11,
    }),
  ]);
  expect(inTable(rows, 'competency_means').map((row) => [row.group_id, row.first_mean, row.ratings])).toEqual(
    [
      ['communication', 13 / 3, 3],
      ['delivery', 3, 3],
      ['use-of-data', 3.5, 2],
      ['code-quality', 3, 3],
      ['-', null, 0],
    ],
  );
  const read = readMeans(inTable(rows, 'scorecards')[0]?.means ?? null);
  const [communication, , data, ...more] = read.means;
  expect(communication).toMatchObject({ groupId: 'communication', mean: 13 / 3, ratings: 3, raters: 3 });
  expect(data?.by.map((no) => read.people[no])).toEqual([aiko, priya]);
  expect(more.map(({ groupId }) => groupId)).toEqual(['code-quality']);
  expect(inTable(rows, 'participations').map((row) => [row.member_id, row.role, row.sees_ratings])).toEqual([
    [priya, 'panelist', 2],
    [marcus, 'panelist', 2],
    [aiko, 'panelist', 2],
    [sam, 'observer', 2],
    [lena, 'candidate', 2],
  ]);
});

test('if the host shares no ratings, the candidate sees none in any list', () => {
  const rows = rowsOf(interview({ sharing: { ...everything, ratings: 'none' } }));
  const seen = inTable(rows, 'participations').filter((row) => row.sees_ratings !== 0);
  expect(seen.map((row) => row.member_id)).not.toContain(lena);
});

test('a person removed before publishing finds nothing of it', () => {
  const steps = interview();
  const removed = step({ type: 'MemberRemoved', memberId: aiko });
  const rows = rowsOf([...steps.slice(0, -1), removed, ...steps.slice(-1)]);
  expect(inTable(rows, 'participations').map((row) => row.member_id)).not.toContain(aiko);
});

test('what is asked has been heard by everybody in the room, and by nobody who was not', () => {
  const heard = inTable(rowsOf(interview()), 'heard');
  const state = roomAfter(interview());
  const asked = new Set(state.rounds.flatMap(({ asks }) => asks.map(({ itemId }) => itemId)));
  expect(new Set(heard.map(({ item_id }) => item_id))).toEqual(asked);
  const present = state.members.filter(({ status }) => status === 'in').map(({ memberId }) => memberId);
  expect(new Set(heard.map((row) => row.principal_id))).toEqual(new Set(present.map(principalOf)));
  expect(new Set(heard.map((row) => row.family_id))).toEqual(new Set([state.pack.familyId]));
});

test('a candidate whose round is another one hears nothing of what is asked', () => {
  const steps = interview();
  const pushed = steps.findIndex(({ event }) => event.type === 'ItemPushed');
  const nia = {
    memberId: 'mb_nextcandidat',
    principalId: 'pr_next',
    name: 'Nia',
    role: 'candidate',
  } as const;
  const joins = step({ type: 'MemberJoined', member: { ...nia, inviteId: null }, waiting: false });
  const heard = inTable(rowsOf([...steps.slice(0, pushed), joins, ...steps.slice(pushed)]), 'heard');
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.map((row) => row.principal_id)).not.toContain('pr_next');
});

test('a panelist admitted late knows what was asked before, and a later candidate does not', () => {
  const steps = interview();
  const pushed = steps.findIndex(({ event }) => event.type === 'ItemPushed');
  const late = (role: Role, waiting: boolean) => {
    const member = { memberId: 'mb_late', principalId: 'pr_late', name: 'Late', role, inviteId: null };
    return [...steps.slice(0, pushed + 1), step({ type: 'MemberJoined', member, waiting }, null)];
  };
  const heard = (history: Step[]) =>
    inTable(rowsOf(history), 'heard').flatMap((row) => (row.principal_id === 'pr_late' ? [row.item_id] : []));
  const asked = roomAfter(steps.slice(0, pushed + 1)).rounds[0]?.asks.map(({ itemId }) => itemId);
  expect(asked).toHaveLength(1);
  for (const role of ['panelist', 'observer'] as const) expect(heard(late(role, false))).toEqual(asked);
  expect(heard(late('candidate', false))).toEqual([]);
  const waits = late('panelist', true);
  expect(heard(waits)).toEqual([]);
  expect(heard([...waits, step({ type: 'MemberAdmitted', memberId: 'mb_late' })])).toEqual(asked);
});

test('only the host knows what they read while they set up the room', () => {
  const [opened, ...rest] = interview();
  if (opened?.event.type !== 'RoomOpened') throw new Error('a room opens first');
  const [first, second] = opened.event.pack.questions.map(({ id }) => id);
  const steps = [
    { ...opened, event: { ...opened.event, seen: [first ?? '', second ?? ''] } },
    ...rest.slice(0, 3),
  ];
  const { host } = opened.event;
  expect(inTable(rowsOf(steps), 'heard').map((row) => [row.principal_id, row.item_id])).toEqual([
    [host.principalId, first],
    [host.principalId, second],
  ]);
});

test('other events of a round write no rows', () => {
  const steps = interview();
  const begins = steps.findIndex(({ event }) => event.type === 'RoundStarted');
  const before = rowsOf(steps.slice(0, begins + 1)).length;
  const during = rowsOf(steps.slice(0, -1)).slice(before);
  expect(during.filter(({ table }) => table !== 'heard')).toEqual([]);
});

test('the panel finds a round that is closed in private; its candidate finds it while it is published', () => {
  const found = (steps: readonly Step[]) =>
    new Map(inTable(rowsOf(steps), 'participations').map((row) => [row.member_id, row.opened]));
  const published = closedInterview();
  expect([...found(published.slice(0, -1))]).toEqual([
    [priya, 1],
    [marcus, 1],
    [aiko, 1],
    [sam, 1],
    [lena, 0],
  ]);
  expect(found(published).get(lena)).toBe(1);
  const withdrawn = [...published, step({ type: 'ScorecardWithdrawn', roundId: ROUND })];
  expect(found(withdrawn).get(lena)).toBe(0);
  expect(found(withdrawn).get(marcus)).toBe(1);
});

test.each(['the id that was added', 'the id under which they joined'])(
  '%s lost its seat, and no longer leads to its room and scorecards',
  (which) => {
    const [first, phone] = [principalOf(marcus), `${principalOf(marcus).slice(0, -1)}z`];
    const [gone, kept] = which === 'the id that was added' ? [phone, first] : [first, phone];
    const rows = rowsOf([
      ...closedInterview(),
      step({ type: 'RoundPublished', roundId: ROUND, sharing: everything }),
      step({ type: 'MemberMoved', memberId: marcus, principalId: phone, from: null }, null),
      step({ type: 'DeviceEnded', memberId: marcus, principalId: gone }, marcus),
      // What comes later does not give it back.
      step({ type: 'SharingChanged', roundId: ROUND, sharing: everything }),
    ]);
    const last = <T extends 'memberships' | 'participations'>(table: T, id: string) =>
      inTable(rows, table).findLast((row) => row.principal_id === id);
    expect(last('memberships', gone)).toMatchObject({ status: 'removed' });
    expect(last('participations', gone)).toMatchObject({ opened: -1, sees_ratings: 0 });
    expect(last('memberships', kept)).toMatchObject({ status: 'in' });
    expect(last('participations', kept)).toMatchObject({ opened: 1 });
  },
);

test('a name that is corrected later is corrected in the rows of rounds that are over', () => {
  const renamed = step({ type: 'MemberRenamed', memberId: lena, name: 'Lena Abt' });
  const rows = rowsOf([...interview({ sharing: everything }), renamed]);
  expect(inTable(rows, 'scorecards').at(-1)?.candidate_name).toBe('Lena Abt');
  expect(inTable(rows, 'participations').findLast((row) => row.member_id === lena)?.name).toBe('Lena Abt');
});
