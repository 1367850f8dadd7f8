import type { Pack } from '../protocol/pack';
import type {
  AgendaSlice,
  AsksSlice,
  BankSlice,
  ChannelSlice,
  DoorSlice,
  HandsSlice,
  PanelAsk,
  Reveal,
  RevealsSlice,
  SelfSlice,
  VerdictsSlice,
} from '../protocol/views';
import { type Ask, currentRound, memberOf, type RoomState, type Round, ratersOf } from './core/state';
import { firstRatings, mean, revealStats } from './scoring';

export function asksSlice(state: RoomState): AsksSlice {
  const round = currentRound(state);
  const raters = ratersOf(state);
  return {
    liveAskId: round?.liveAskId ?? null,
    asks: (round?.asks ?? []).map((ask) => panelAsk(ask, raters)),
  };
}

/** Before the reveal a count of ratings and nothing else of them. The live clock has a slice of its own. */
function panelAsk(ask: Ask, raters: string[]): PanelAsk {
  const panel = ask.reveal?.panel ?? raters;
  return {
    askId: ask.askId,
    itemId: ask.itemId,
    no: ask.no,
    askedBy: ask.askedBy,
    status: ask.status,
    revealed: ask.reveal !== null,
    pushedFollowUps: ask.followUps.map((pushed) => pushed.followUpId),
    targetMs: ask.clock.targetMs,
    elapsedMs: ask.reveal?.usedMs ?? ask.clock.elapsedMs,
    rated: panel.filter((memberId) => memberId in ask.first).length,
    of: panel.length,
    mean: ask.reveal ? mean(firstRatings(ask)) : null,
  };
}

export function agendaSlice(state: RoomState): AgendaSlice {
  const round = currentRound(state);
  const isPeer = state.settings.format === 'peer';
  const open = round && round.phase !== 'published';
  if (isPeer) return { items: open ? round.agenda : [], slots: state.settings.slots };
  return { items: open ? round.agenda : state.settings.agenda, slots: [] };
}

const EMPTY: string[] = [];
const WHOLE: string[] = [];
/** A bank is large and changes once a round: made once for each pack and pool, so that it compares by identity. */
const banks = new WeakMap<Pack, WeakMap<string[], BankSlice>>();

/** In a peer room only the pool of whoever is in the hot seat: the rest is kept for those who come after. */
export function bankSlice(state: RoomState): BankSlice {
  const { pack } = state;
  const pool = state.settings.format === 'peer' ? (currentRound(state)?.pool ?? EMPTY) : WHOLE;
  const ofPack = banks.get(pack) ?? new WeakMap<string[], BankSlice>();
  const bank = ofPack.get(pool) ?? {
    id: pool === WHOLE ? 'pack' : (currentRound(state)?.roundId ?? 'none'),
    groups: pack.groups.map(({ id, title }) => ({ id, title })),
    items: [...pack.questions, ...pack.exercises].filter((item) => pool === WHOLE || pool.includes(item.id)),
  };
  banks.set(pack, ofPack.set(pool, bank));
  return bank;
}

export function revealsSlice(state: RoomState): RevealsSlice {
  return { reveals: (currentRound(state)?.asks ?? []).flatMap((ask) => revealOf(ask) ?? []) };
}

/** Null before the reveal: what is not open is not built. */
export function revealOf(ask: Ask): Reveal | null {
  if (!ask.reveal) return null;
  const { panel, at } = ask.reveal;
  return {
    askId: ask.askId,
    at,
    ratings: panel.map((memberId) => ({
      memberId,
      first: ask.first[memberId] ?? null,
      second: ask.second[memberId] ?? null,
    })),
    ticks: panel.flatMap((memberId) =>
      Object.entries(ask.ticks[memberId] ?? {}).map(([pointId, tick]) => ({
        memberId,
        pointId,
        mark: tick.mark,
      })),
    ),
    notes: ask.notes
      .filter((note) => note.shared && panel.includes(note.memberId))
      .map(({ memberId, noteId, text, atMs }) => ({ memberId, noteId, text, atMs })),
    stats: revealStats(ask),
  };
}

export function channelSlice(state: RoomState): ChannelSlice {
  const messages = currentRound(state)?.messages ?? [];
  return {
    messages: messages.map((message) => ({
      ...message,
      name: memberOf(state, message.memberId)?.name ?? '',
    })),
  };
}

export function verdictsSlice(state: RoomState): VerdictsSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const panel = round.verdictsOpened?.panel ?? ratersOf(state);
  return {
    // Counted with the excused: taking them out would tell who of them had given one.
    in: panel.filter((memberId) => memberId in round.verdicts).length,
    of: panel.length,
    excused: round.excused.filter((memberId) => panel.includes(memberId)),
    opened: round.verdictsOpened ? openedVerdicts(round, panel) : null,
  };
}

function openedVerdicts(round: Round, panel: string[]): NonNullable<VerdictsSlice>['opened'] {
  return panel.flatMap((memberId) => {
    const given = round.verdicts[memberId];
    return given ? [{ memberId, verdict: given.verdict, rationale: given.rationale }] : [];
  });
}

/** What the candidate said of themself, once the debrief is open. */
export function selfSlice(state: RoomState): SelfSlice {
  const round = currentRound(state);
  if (round?.phase !== 'debrief' && round?.phase !== 'published') return null;
  return {
    ratings: round.asks.flatMap((ask) =>
      ask.selfRating ? [{ askId: ask.askId, value: ask.selfRating.value }] : [],
    ),
    reflection: round.reflection?.shared ? round.reflection.text : null,
  };
}

export function handsSlice(state: RoomState): HandsSlice {
  const raised = state.members.filter((member) => member.hand && member.status === 'in');
  return { members: raised.map((member) => member.memberId) };
}

export function doorSlice(state: RoomState): DoorSlice {
  return {
    waiting: state.members
      .filter((member) => member.status === 'waiting')
      .map(({ memberId, name, role }) => ({ id: memberId, name, role })),
    settings: state.settings,
    raters: ratersOf(state),
    invites: state.invites.map((invite) => ({
      inviteId: invite.inviteId,
      role: invite.role,
      expiresAt: invite.expiresAt,
      revoked: invite.revoked,
      joined: state.members.filter((member) => member.inviteId === invite.inviteId).length,
    })),
  };
}
