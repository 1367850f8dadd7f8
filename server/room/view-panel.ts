import type { Bank } from '../protocol/bank';
import type { Pack } from '../protocol/pack';
import type { AgendaSlice, BankSlice } from '../protocol/view-asking';
import type {
  ChannelMessage,
  ChannelSlice,
  HandsSlice,
  Reveal,
  RevealsSlice,
  SelfSlice,
  VerdictsSlice,
} from '../protocol/view-judging';
import { type Ask, currentRound, type Member, type RoomState, type Round } from './core/state';
import { verdictsFrom } from './late';
import { byId, remembered } from './remembered';
import { revealStats } from './scoring';
import type { Message } from './side-channel';
import { selfRatings } from './view-mine';

export function agendaSlice(state: RoomState): AgendaSlice {
  const round = currentRound(state);
  const isPeer = state.settings.format === 'peer';
  const open = round && round.phase !== 'published';
  if (isPeer) return { items: open ? round.agenda : [], slots: state.settings.slots };
  return { items: open ? round.agenda : state.settings.agenda, slots: [] };
}

/** Another id, another bank: led rooms have one for ever, peer rooms one a round. */
export function bankSlice(state: RoomState): BankSlice {
  if (state.settings.format === 'led') return { id: 'pack' };
  return { id: currentRound(state)?.roundId ?? null };
}

export const groupsOf = remembered(
  (pack: Pack) => [pack],
  ({ groups }): Bank['groups'] => groups.map(({ id, title }) => ({ id, title })),
);

export function revealsSlice(state: RoomState): RevealsSlice {
  const reveals = (currentRound(state)?.asks ?? []).flatMap((ask) => revealOf(ask) ?? []);
  return {
    reveals: byId(
      reveals,
      ({ askId }) => askId,
      (reveal) => reveal,
    ),
  };
}

/** Null before the reveal: what is not open is not built. */
export const revealOf = remembered(
  ({ clock, reveal, first, second, ticks, notes }: Ask) => [clock, reveal, first, second, ticks, notes],
  (ask): Reveal | null => {
    if (!ask.reveal) return null;
    const { panel, at } = ask.reveal;
    return {
      askId: ask.askId,
      at,
      ratings: byId(
        panel,
        (memberId) => memberId,
        (memberId, no) => ({
          memberId,
          no,
          first: ask.first[memberId] ?? null,
          second: ask.second[memberId] ?? null,
        }),
      ),
      ticks: Object.fromEntries(panel.flatMap((memberId) => ticksOf(ask, memberId))),
      notes: Object.fromEntries(panel.flatMap((memberId) => sharedNotes(ask, memberId))),
      stats: revealStats(ask),
    };
  },
);

function ticksOf(ask: Ask, memberId: string): [string, Reveal['ticks'][string]][] {
  const ticks = Object.entries(ask.ticks[memberId] ?? {});
  if (ticks.length === 0) return [];
  return [[memberId, Object.fromEntries(ticks.map(([pointId, { mark }]) => [pointId, mark]))]];
}

function sharedNotes(ask: Ask, memberId: string): [string, Reveal['notes'][string]][] {
  const notes = ask.notes.filter((note) => note.shared && note.memberId === memberId);
  if (notes.length === 0) return [];
  return [
    [
      memberId,
      byId(
        notes,
        ({ noteId }) => noteId,
        ({ text, atMs }) => ({ text, atMs }),
      ),
    ],
  ];
}

export function channelSlice(state: RoomState): ChannelSlice {
  const messages = currentRound(state)?.messages ?? [];
  const { settings, members } = state;
  const last = told.get(settings);
  if (last?.messages === messages && last.members === members) return last.slice;
  const slice = { messages: messagesAfter(last, messages, members) };
  told.set(settings, { messages, members, slice });
  return slice;
}

interface Told {
  messages: readonly Message[];
  members: readonly Member[];
  slice: ChannelSlice;
}
/** By a room's settings, which are other objects in every room. */
const told = new WeakMap<RoomState['settings'], Told>();

/** Each message is said one after the other: those that were told before are taken as they were. */
function messagesAfter(
  last: Told | undefined,
  messages: readonly Message[],
  members: readonly Member[],
): ChannelSlice['messages'] {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const known = last && goesOn(last, messages, members) ? last : null;
  const from = known?.messages.length ?? 0;
  if (known?.messages.length === messages.length) return known.slice.messages;
  // Copying and adding takes a third of what building from a list takes, and there may be a thousand.
  const all: ChannelSlice['messages'] = Object.assign({}, known?.slice.messages);
  for (const [index, message] of messages.slice(from).entries())
    all[message.id] = messageView(message, from + index + 1, names.get(message.memberId) ?? '');
  return all;
}

const messageView = remembered(
  (message: Message, no: number, name: string) => [message, no, name],
  ({ id, memberId, text, at }, no, name): ChannelMessage => ({ id, no, memberId, name, text, at }),
);

/** Messages are only ever added, so that the last one that was told says whether these are the same and more. */
function goesOn(last: Told, messages: readonly Message[], members: readonly Member[]): boolean {
  const { length } = last.messages;
  const isLonger = messages.length >= length && messages[length - 1] === last.messages[length - 1];
  return isLonger && last.members.every(({ name }, index) => name === members[index]?.name);
}

export function verdictsSlice(state: RoomState): VerdictsSlice {
  const round = currentRound(state);
  if (!round || round.phase === 'asking') return null;
  const panel = round.verdictsOpened?.panel ?? verdictsFrom(state, round);
  return {
    // Counted with the excused: taking them out would tell who of them had given one.
    in: panel.filter((memberId) => memberId in round.verdicts).length,
    of: panel.length,
    excused: round.excused.filter((memberId) => panel.includes(memberId)),
    opened: round.verdictsOpened ? openedVerdicts(round, panel) : null,
  };
}

function openedVerdicts(round: Round, panel: string[]): NonNullable<VerdictsSlice>['opened'] {
  const given = panel.flatMap((memberId) => {
    const one = round.verdicts[memberId];
    return one ? [{ memberId, verdict: one.verdict, rationale: one.rationale }] : [];
  });
  return byId(
    given,
    ({ memberId }) => memberId,
    (one, no) => ({ ...one, no }),
  );
}

/** What the candidate said of themself, once the debrief is open. */
export function selfSlice(state: RoomState): SelfSlice {
  const round = currentRound(state);
  if (round?.phase !== 'debrief' && round?.phase !== 'published') return null;
  return {
    ratings: selfRatings(round.asks),
    reflection: round.reflection?.shared ? round.reflection.text : null,
  };
}

export const handsSlice = remembered(
  (state: RoomState) => [state.members],
  ({ members }): HandsSlice => ({
    members: byId(
      members.filter((member) => member.hand && member.status === 'in'),
      ({ memberId }) => memberId,
      () => true,
    ),
  }),
);
