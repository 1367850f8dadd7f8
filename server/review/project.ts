import type { RoomEvent } from '../room/core/events';
import {
  type Ask,
  audienceOf,
  channelOf,
  currentRound,
  findAsk,
  itemOf,
  type Member,
  memberOf,
  membersIn,
  type RoomState,
  type Round,
  SIMULATED,
  type TryOut,
} from '../room/core/state';
import { isOver } from '../room/rules';
import { sampleOf } from '../room/warm-up';
import type { Projection } from '../runtime/ports';
import { panelMark, ticksOn } from './point-ledger';
import { writtenMeans } from './round-means';
import {
  competenciesOf,
  competencyScores,
  groupIdOf,
  headlineOf,
  kindOf,
  ratersOf,
  shownAsks,
} from './round-scores';
import { seenRatings, viewerOf } from './viewer';

/** The rows that a command's events change, written in one transaction with them. Pure. */
export function project(
  before: RoomState | null,
  after: RoomState,
  events: readonly RoomEvent[],
): Projection[] {
  const { tryOut } = after;
  const tried = tryOut ? tryOutRows(before, after, tryOut) : [];
  if (tryOut && !tryOut.alone) return tried;
  const rows = [
    ...memberships(before, after),
    ...events.flatMap((event) => rowsOf(after, event)),
    ...calibrationRows(before, after),
    ...caughtUpRows(before, after),
  ];
  return tryOut ? [...rows.filter(isOfSomebody), ...tried] : rows;
}

/** Simulated people have no history. */
const isOfSomebody = ({ row }: Projection) =>
  !('principal_id' in row && row.principal_id.startsWith(SIMULATED));

/**
 * Who owns a room among simulated people, and until when. No history, statistic or list has more about a try-out; a
 * practice also has other rows.
 */
function tryOutRows(
  before: RoomState | null,
  { roomId, members }: RoomState,
  { visitorId, until }: TryOut,
): Projection[] {
  const visitor = members.find(({ memberId }) => memberId === visitorId);
  if (!visitor || before?.members.some(({ memberId }) => memberId === visitorId)) return [];
  return [{ table: 'try_outs', row: { room_id: roomId, principal_id: visitor.principalId, until } }];
}

/** What ends a round, or changes who has its scorecard. */
const CLOSING: ReadonlySet<RoomEvent['type']> = new Set([
  'DecisionRecorded',
  'RoundPublished',
  'SharingChanged',
  'ScorecardWithdrawn',
]);

/** A warm-up's new ratings, without those whose sample is no longer in the pack. */
function calibrationRows(before: RoomState | null, after: RoomState): Projection[] {
  const { warmUp } = after;
  if (!warmUp || before?.warmUp === warmUp) return [];
  const known = before?.warmUp?.startedAt === warmUp.startedAt ? before.warmUp.given : {};
  return Object.entries(warmUp.given).flatMap(([memberId, given]) => {
    const member = memberOf(after, memberId);
    const from = known[memberId]?.length ?? 0;
    return given.slice(from).flatMap((value, index) => {
      const ref = warmUp.samples[from + index];
      const sample = ref && sampleOf(after, ref);
      if (!member || !sample) return [];
      const row = {
        room_id: after.roomId,
        started_at: warmUp.startedAt,
        no: from + index + 1,
        at: warmUp.ratedAt,
        given: value,
        pack_rating: sample.rating,
        family_id: after.pack.familyId,
        item_id: ref.itemId,
        sample: ref.index,
      };
      return idsOfMember(member).map(
        (principal_id): Projection => ({ table: 'calibrations', row: { ...row, principal_id } }),
      );
    });
  });
}

function rowsOf(state: RoomState, event: RoomEvent): Projection[] {
  if (event.type === 'RoomOpened')
    return [...event.invites.map((invite) => inviteRow(state, invite)), ...seenRows(state, event)];
  if (event.type === 'InviteIssued') return [inviteRow(state, event.invite)];
  if (event.type === 'ReturnLinkIssued')
    return [inviteRow(state, { tokenHash: event.tokenHash, inviteId: event.returnId })];
  if (event.type === 'DeviceEnded') return endedRows(state, event);
  if (event.type === 'MemberMoved') return earlierRows(state, event.memberId);
  if (event.type === 'MemberRenamed')
    return state.rounds.flatMap(({ roundId, phase }) => (isOver(phase) ? overRows(state, roundId) : []));
  if (event.type === 'ItemPushed') return heardRows(state, event.askId);
  if (CLOSING.has(event.type) && 'roundId' in event) return overRows(state, event.roundId);
  return [];
}

/** Revoked and expired invites too, because their links are answered with what became of them. */
function inviteRow(state: RoomState, invite: { tokenHash: string; inviteId: string }): Projection {
  const { tokenHash: token_hash, inviteId: invite_id } = invite;
  return { table: 'invite_index', row: { token_hash, room_id: state.roomId, invite_id } };
}

/** Everybody in the room hears what is asked, except a candidate in another round. */
function heardRows(state: RoomState, askId: string): Projection[] {
  const ask = findAsk(state, askId)?.ask;
  if (!ask) throw new Error(`${askId} was pushed and is not there`);
  return membersIn(state)
    .filter(({ memberId }) => channelOf(state, memberId) !== 'bench')
    .flatMap((member) => heardRowsOf(state, member, ask));
}

/** A person who joins a panel late reads what was asked before, with its key points. */
function caughtUpRows(before: RoomState | null, after: RoomState): Projection[] {
  if (before?.members === after.members) return [];
  const known = new Set(before ? membersIn(before).map(({ memberId }) => memberId) : []);
  const asks = currentRound(after)?.asks ?? [];
  return membersIn(after)
    .filter(({ memberId }) => !known.has(memberId) && audienceOf(after, memberId) !== 'candidate')
    .flatMap((member) => asks.flatMap((ask) => heardRowsOf(after, member, ask)));
}

function heardRowsOf({ pack }: RoomState, member: Member, { itemId, askedAt }: Ask): Projection[] {
  return idsOfMember(member).map((principal_id) => ({
    table: 'heard',
    row: { principal_id, family_id: pack.familyId, item_id: itemId, at: askedAt },
  }));
}

/** Every id under which a person has this seat. */
function idsOfMember({ principalId, otherIds }: Member): string[] {
  return [principalId, ...otherIds];
}

/** What a person who also has the seat under another id finds there: the scorecards of its rounds so far. */
function earlierRows(state: RoomState, memberId: string): Projection[] {
  return state.rounds.flatMap((round) =>
    isOver(round.phase)
      ? participations(state, round).filter(({ row }) => 'member_id' in row && row.member_id === memberId)
      : [],
  );
}

/** For an id that no longer has this seat: no list links it to the room or to its scorecards. */
function endedRows(
  state: RoomState,
  { memberId, principalId: principal_id }: Extract<RoomEvent, { type: 'DeviceEnded' }>,
): Projection[] {
  const member = memberOf(state, memberId);
  if (!member) throw new Error(`a device of ${memberId} was ended, who is no member`);
  const membership = membershipRow(roomPart(state), { ...member, status: 'removed' }, principal_id);
  const closed = earlierRows(state, memberId).map(
    (row): Projection =>
      row.table === 'participations'
        ? { ...row, row: { ...row.row, principal_id, sees_ratings: 0, opened: -1 } }
        : row,
  );
  return [membership, ...closed];
}

function seenRows(
  state: RoomState,
  { host, seen }: Extract<RoomEvent, { type: 'RoomOpened' }>,
): Projection[] {
  const row = { principal_id: host.principalId, family_id: state.pack.familyId, at: state.openedAt };
  return seen.map((item_id) => ({ table: 'heard', row: { ...row, item_id } }));
}

/** The members whose row changed, whatever event changed it. */
function memberships(before: RoomState | null, after: RoomState): Projection[] {
  const isOtherRoom = !before || !isSameRoom(before, after);
  if (!isOtherRoom && before.members === after.members) return [];
  const room = roomPart(after);
  const known = new Map(before?.members.map((member) => [member.memberId, member]));
  return after.members
    .filter((member) => isOtherRoom || !isSameMembership(member, known.get(member.memberId)))
    .flatMap((member) =>
      idsOfMember(member).map((principal_id) => membershipRow(room, member, principal_id)),
    );
}

function roomPart(state: RoomState) {
  return {
    room_id: state.roomId,
    room_title: state.settings.title,
    room_phase: state.phase,
    active_at: state.rounds.at(-1)?.startedAt ?? state.openedAt,
  };
}

function membershipRow(
  room: ReturnType<typeof roomPart>,
  { memberId: member_id, role, status }: Member,
  principal_id: string,
): Projection {
  return { table: 'memberships', row: { ...room, principal_id, member_id, role, status } };
}

/** Called at every command. */
function isSameRoom(before: RoomState, after: RoomState): boolean {
  const [was, is] = [roomPart(before), roomPart(after)];
  return (
    was.room_title === is.room_title && was.room_phase === is.room_phase && was.active_at === is.active_at
  );
}

function isSameMembership(member: Member, before: Member | undefined): boolean {
  return (
    member.principalId === before?.principalId &&
    member.otherIds === before.otherIds &&
    member.role === before.role &&
    member.status === before.status
  );
}

function overRows(state: RoomState, roundId: string): Projection[] {
  const round = state.rounds.find((known) => known.roundId === roundId);
  if (round?.closedAt == null) throw new Error(`round ${roundId} is over and is not there`);
  const key = { room_id: state.roomId, round_id: roundId };
  const competencies = competenciesOf(state, round);
  const scored = competencies.map((competency) => ({
    group_id: competency.groupId,
    group_title: competency.title,
    scores: competencyScores(competency),
    people: ratersOf(competency),
  }));
  const means = scored.map(
    ({ group_id, group_title, scores: { first: first_mean, second: second_mean, ratings } }): Projection => ({
      table: 'competency_means',
      row: { ...key, group_id, group_title, first_mean, second_mean, ratings },
    }),
  );
  const { first, second, ratings } = headlineOf(competencies);
  const scorecard: Projection = {
    table: 'scorecards',
    row: {
      ...key,
      candidate_member_id: round.candidateId,
      candidate_name: memberOf(state, round.candidateId)?.name ?? '',
      pack_id: state.pack.id,
      pack_title: state.pack.title,
      format: kindOf(state),
      title: state.settings.title,
      held_at: round.startedAt,
      published_at: round.published?.at ?? null,
      first_mean: first,
      second_mean: second,
      ratings,
      issuer: null,
      signature: null,
      means: writtenMeans(
        scored.flatMap(
          ({ group_id: groupId, group_title: title, scores: { first: mean, ratings }, people }) =>
            mean === null ? [] : [{ groupId, title, mean, ratings, raters: people.length, people }],
        ),
      ),
    },
  };
  return [scorecard, ...means, ...participations(state, round), ...askRows(state, round)];
}

/** The round's own list, fixed when it is over. */
function participations(state: RoomState, round: Round): Projection[] {
  return round.participants.flatMap(({ memberId, role }) => {
    const member = memberOf(state, memberId);
    const viewer = viewerOf(round, memberId);
    if (!member) throw new Error(`${memberId} took part in ${round.roundId} and is no member`);
    return idsOfMember(member).map(
      (principal_id): Projection => ({
        table: 'participations',
        row: {
          room_id: state.roomId,
          round_id: round.roundId,
          principal_id,
          member_id: memberId,
          role,
          sees_ratings: viewer ? seenRatings(viewer.shows) : 0,
          opened: viewer ? 1 : 0,
          name: member.name,
        },
      }),
    );
  });
}

/** The asks of the scorecard with what their reveals opened, for statistics over many rounds. */
function askRows(state: RoomState, round: Round): Projection[] {
  return shownAsks(round).flatMap((ask): Projection[] => {
    const key = { room_id: state.roomId, round_id: round.roundId, ask_id: ask.askId };
    const item = itemOf(state, ask.itemId);
    const opened = ask.reveal && ask.status !== 'skipped' ? ask.reveal.panel : [];
    const marks = (item?.points ?? []).map(({ id }) => [
      id,
      panelMark(ticksOn(ask, id).map(({ mark }) => mark)),
    ]);
    const row = {
      ...key,
      family_id: state.pack.familyId,
      item_id: ask.itemId,
      group_id: groupIdOf(state, ask),
      prompt: item?.prompt ?? '',
      at: ask.askedAt,
      skipped: ask.status === 'skipped' ? (1 as const) : (0 as const),
      self: ask.selfRating?.value ?? null,
      points: JSON.stringify(opened.length > 0 ? Object.fromEntries(marks) : {}),
    };
    const ratings = opened.map((memberId): Projection => {
      const first = ask.first[memberId]?.value ?? null;
      const second = ask.second[memberId]?.value ?? null;
      return { table: 'round_ratings', row: { ...key, member_id: memberId, first, second } };
    });
    return [{ table: 'round_asks', row }, ...ratings];
  });
}
