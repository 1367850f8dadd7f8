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
} from '../room/core/state';
import type { Projection } from '../runtime/ports';
import { panelMark, ticksOn } from './point-ledger';
import { competenciesOf, competencyScores, groupIdOf, headlineOf, shownAsks } from './round-scores';
import { type Viewer, viewerOf } from './viewer';

/** The rows that a command's events change, written in one transaction with them. Pure. */
export function project(
  before: RoomState | null,
  after: RoomState,
  events: readonly RoomEvent[],
): Projection[] {
  return [
    ...memberships(before, after),
    ...events.flatMap((event) => rowsOf(after, event)),
    ...caughtUpRows(before, after),
  ];
}

/** What ends a round, or changes who has its scorecard. */
const CLOSING: ReadonlySet<RoomEvent['type']> = new Set([
  'DecisionRecorded',
  'RoundPublished',
  'SharingChanged',
  'ScorecardWithdrawn',
]);

function rowsOf(state: RoomState, event: RoomEvent): Projection[] {
  if (event.type === 'RoomOpened')
    return [...event.invites.map((invite) => inviteRow(state, invite)), ...seenRows(state, event)];
  if (event.type === 'InviteIssued') return [inviteRow(state, event.invite)];
  if (event.type === 'ItemPushed') return heardRows(state, event.askId);
  if (CLOSING.has(event.type) && 'roundId' in event) return overRows(state, event.roundId);
  return [];
}

/** Also of an invite that was revoked or has expired: its link is answered with what became of it. */
function inviteRow(state: RoomState, invite: { tokenHash: string; inviteId: string }): Projection {
  const { tokenHash: token_hash, inviteId: invite_id } = invite;
  return { table: 'invite_index', row: { token_hash, room_id: state.roomId, invite_id } };
}

/** What is asked is heard by everybody in the room, but for a candidate whose round this is not. */
function heardRows(state: RoomState, askId: string): Projection[] {
  const ask = findAsk(state, askId)?.ask;
  if (!ask) throw new Error(`${askId} was pushed and is not there`);
  return membersIn(state)
    .filter(({ memberId }) => channelOf(state, memberId) !== 'bench')
    .map((member) => heardRow(state, member, ask));
}

/** Whoever comes onto a panel late reads there what was asked before, with its key points. */
function caughtUpRows(before: RoomState | null, after: RoomState): Projection[] {
  if (before?.members === after.members) return [];
  const known = new Set(before ? membersIn(before).map(({ memberId }) => memberId) : []);
  const asks = currentRound(after)?.asks ?? [];
  return membersIn(after)
    .filter(({ memberId }) => !known.has(memberId) && audienceOf(after, memberId) !== 'candidate')
    .flatMap((member) => asks.map((ask) => heardRow(after, member, ask)));
}

function heardRow({ pack }: RoomState, member: Member, { itemId, askedAt }: Ask): Projection {
  const { principalId: principal_id } = member;
  return { table: 'heard', row: { principal_id, family_id: pack.familyId, item_id: itemId, at: askedAt } };
}

function seenRows(
  state: RoomState,
  { host, seen }: Extract<RoomEvent, { type: 'RoomOpened' }>,
): Projection[] {
  const row = { principal_id: host.principalId, family_id: state.pack.familyId, at: state.openedAt };
  return seen.map((item_id) => ({ table: 'heard', row: { ...row, item_id } }));
}

/** Those whose row is other than before, whatever event made it so. */
function memberships(before: RoomState | null, after: RoomState): Projection[] {
  const isOtherRoom = !before || !isSameRoom(before, after);
  if (!isOtherRoom && before.members === after.members) return [];
  const room = roomPart(after);
  const known = new Map(before?.members.map((member) => [member.memberId, member]));
  return after.members
    .filter((member) => isOtherRoom || !isSameMembership(member, known.get(member.memberId)))
    .map(({ principalId: principal_id, memberId: member_id, role, status }) => ({
      table: 'memberships',
      row: { ...room, principal_id, member_id, role, status },
    }));
}

function roomPart(state: RoomState) {
  return {
    room_id: state.roomId,
    room_title: state.settings.title,
    room_phase: state.phase,
    active_at: state.rounds.at(-1)?.startedAt ?? state.openedAt,
  };
}

/** Asked at every command. */
function isSameRoom(before: RoomState, after: RoomState): boolean {
  const [was, is] = [roomPart(before), roomPart(after)];
  return (
    was.room_title === is.room_title && was.room_phase === is.room_phase && was.active_at === is.active_at
  );
}

function isSameMembership(member: Member, before: Member | undefined): boolean {
  return (
    member.principalId === before?.principalId &&
    member.role === before.role &&
    member.status === before.status
  );
}

function overRows(state: RoomState, roundId: string): Projection[] {
  const round = state.rounds.find((known) => known.roundId === roundId);
  if (round?.closedAt == null) throw new Error(`round ${roundId} is over and is not there`);
  const key = { room_id: state.roomId, round_id: roundId };
  const competencies = competenciesOf(state, round);
  const means = competencies.map((competency): Projection => {
    const { first, second, ratings } = competencyScores(competency);
    const { groupId: group_id, title: group_title } = competency;
    return {
      table: 'competency_means',
      row: { ...key, group_id, group_title, first_mean: first, second_mean: second, ratings },
    };
  });
  const { first, second, ratings } = headlineOf(competencies);
  const scorecard: Projection = {
    table: 'scorecards',
    row: {
      ...key,
      candidate_member_id: round.candidateId,
      candidate_name: memberOf(state, round.candidateId)?.name ?? '',
      pack_id: state.pack.id,
      pack_title: state.pack.title,
      format: state.settings.format,
      title: state.settings.title,
      published_at: round.published?.at ?? round.closedAt,
      first_mean: first,
      second_mean: second,
      ratings,
    },
  };
  return [scorecard, ...means, ...participations(state, round), ...askRows(state, round)];
}

/** The round's own list, fixed when it is over: a person who was removed before that is not on it. */
function participations(state: RoomState, round: Round): Projection[] {
  return round.participants.map(({ memberId, role }) => {
    const member = memberOf(state, memberId);
    const viewer = viewerOf(round, memberId);
    if (!member) throw new Error(`${memberId} took part in ${round.roundId} and is no member`);
    return {
      table: 'participations',
      row: {
        room_id: state.roomId,
        round_id: round.roundId,
        principal_id: member.principalId,
        member_id: memberId,
        role,
        sees_ratings: viewer ? seenRatings(viewer) : 0,
        opened: viewer ? 1 : 0,
        name: member.name,
      },
    };
  });
}

function seenRatings({ shows }: Viewer): 0 | 1 | 2 {
  if (shows.ratings === 'none') return 0;
  return shows.ratings === 'named' && shows.keyPoints ? 2 : 1;
}

/** The asks of the scorecard with what their reveals opened, for looking back over many rounds. */
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
