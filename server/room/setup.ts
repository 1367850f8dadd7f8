import type { Settings } from '../protocol/commands';
import type { Pack } from '../protocol/pack';
import type { AgendaSlice } from '../protocol/view-asking';
import type { RoomSlice } from '../protocol/view-room';
import { newMember } from './core/change';
import { type Commands, type Evolvers, host, type SystemDeciders } from './core/concept';
import { accept, type Decision, nothing, reject } from './core/decision';
import type { EventMeta, RoomEvent } from './core/events';
import { remembered } from './core/remembered';
import {
  currentRound,
  type Invite,
  itemOf,
  type NewMember,
  type RoomState,
  type Scene,
  type TryOut,
} from './core/state';
import { isForCode, isGoodTime, isOver } from './rules';
import { withTime } from './schedule';

/** The room itself: it opens, its settings and its agenda change, it ends. */

type RoomOpened = {
  type: 'RoomOpened';
  roomId: string;
  settings: Settings;
  pack: Pack;
  host: NewMember;
  invites: Invite[];
  /** Items that the host read while setting the room up; they count as if the host had been asked them. */
  seen: string[];
  /** Decides how a peer room deals its questions, so that the same settings deal differently in another room. */
  seed: string;
  /** For a room to try things out in, whose other people are simulated. */
  tryOut?: TryOut;
};

export type SetupEvent =
  | RoomOpened
  | { type: 'SettingsChanged'; settings: Partial<Settings> }
  | { type: 'AgendaSet'; items: string[] }
  | { type: 'RoomEnded' };

/** The command holds exactly what becomes the room's first event. */
export type SetupCommand = { type: 'OpenRoom' } & Omit<RoomOpened, 'type'>;

export const systemDeciders: SystemDeciders<'OpenRoom'> = {
  OpenRoom(state, command, { at }) {
    if (state) return nothing;
    const items = new Set([...command.pack.questions, ...command.pack.exercises].map((item) => item.id));
    const groups = new Set(command.pack.groups.map((group) => group.id));
    const known =
      [...command.settings.agenda, ...command.seen].every((itemId) => items.has(itemId)) &&
      command.settings.slots.every((slot) => slot.groupId === null || groups.has(slot.groupId));
    if (!known || new Set(command.settings.agenda).size !== command.settings.agenda.length) {
      return reject('item-unknown');
    }
    const { type: _, ...opening } = command;
    const { settings, invites } = opening;
    if (settings.format === 'peer' && invites.some((invite) => invite.role === 'candidate')) {
      return reject('not-allowed');
    }
    if (settings.startsAt !== null && !isGoodTime(settings.startsAt, at)) return reject('bad-time');
    return accept({ type: 'RoomOpened', ...opening });
  },
};

export const commands: Commands<'ChangeSettings' | 'SetAgenda' | 'EndRoom'> = {
  ChangeSettings: {
    may: host,
    decide: ({ state, at }, { settings }) => changeSettings(state, settings, at),
  },
  SetAgenda: {
    may: host,
    decide: ({ state }, { items }) => setAgenda(state, items),
  },
  EndRoom: {
    may: host,
    decide: ({ state }) => accept(...turnedAway(state), { type: 'RoomEnded' }),
  },
};

function changeSettings(state: RoomState, change: Partial<Settings>, at: number): Decision {
  const groups = new Set(state.pack.groups.map((group) => group.id));
  if (change.slots?.some((slot) => slot.groupId !== null && !groups.has(slot.groupId))) {
    return reject('item-unknown');
  }
  const settings: Partial<Settings> = Object.fromEntries(
    Object.entries(change).filter(
      ([key, value]) =>
        value !== undefined && JSON.stringify(Reflect.get(state.settings, key)) !== JSON.stringify(value),
    ),
  );
  if (typeof settings.startsAt === 'number' && !isGoodTime(settings.startsAt, at)) return reject('bad-time');
  return Object.keys(settings).length > 0 ? accept({ type: 'SettingsChanged', settings }) : nothing;
}

function setAgenda(state: RoomState, items: string[]): Decision {
  const round = currentRound(state);
  const isPeer = state.settings.format === 'peer';
  if (isPeer && round?.phase !== 'asking') return reject('no-round');
  if (new Set(items).size !== items.length || !items.every((itemId) => itemOf(state, itemId))) {
    return reject('item-unknown');
  }
  if (isPeer && !items.every((itemId) => round?.pool?.includes(itemId))) return reject('not-in-pool');
  return accept({ type: 'AgendaSet', items });
}

/** When a room has ended, nobody stays in its waiting room. */
function turnedAway(state: RoomState): RoomEvent[] {
  return state.members
    .filter((member) => member.status === 'waiting')
    .map(({ memberId }) => ({ type: 'MemberDeclined', memberId, atEnd: true }));
}

/** A room's first state. */
export function opened(event: RoomOpened, meta: EventMeta): RoomState {
  const state: RoomState = {
    roomId: event.roomId,
    phase: 'lobby',
    settings: event.settings,
    pack: event.pack,
    openedAt: meta.at,
    hostId: event.host.memberId,
    displacedHostId: null,
    hostReturnsTo: null,
    hosts: [event.host.memberId],
    openerGaveUp: false,
    seed: event.seed,
    members: [{ ...newMember(event.host, 'in'), arrived: { rounds: 0, asks: 0 } }],
    invites: event.invites.map((invite) => ({ ...invite, revoked: false, calledOff: null })),
    rounds: [],
    discarded: [],
    tryOut: event.tryOut ?? null,
    homeReading: null,
    lobbyOpen: true,
    warmUp: null,
    warmedUp: [],
  };
  return withTime(state, null, meta.at);
}

export const evolvers: Evolvers<Exclude<SetupEvent, RoomOpened>> = {
  SettingsChanged: (state, { settings }, { at }) => {
    const changed = { ...state, settings: { ...state.settings, ...settings } };
    return settings.startsAt === undefined ? changed : withTime(changed, state.settings.startsAt, at);
  },
  AgendaSet: (state, { items }) => withAgenda(state, items),
  RoomEnded: (state) => ({ ...state, phase: 'ended' }),
};

/** A led room's agenda is a setting, and the agenda of a round that is still asking changes with it. */
function withAgenda(state: RoomState, items: string[]): RoomState {
  const settings = state.settings.format === 'led' ? { ...state.settings, agenda: items } : state.settings;
  const rounds = state.rounds.map((round, index) =>
    index === state.rounds.length - 1 && round.phase === 'asking' ? { ...round, agenda: items } : round,
  );
  return { ...state, settings, rounds };
}

export const roomSlice = remembered(
  (state: Scene) => [state.settings, state.phase, state.hostId, state.pack, state.tryOut],
  (state): RoomSlice => {
    const { settings } = state;
    return {
      roomId: state.roomId,
      title: settings.title,
      format: settings.format,
      phase: state.phase,
      packTitle: state.pack.title,
      callLink: settings.callLink,
      hostId: state.hostId,
      plannedAsks: settings.format === 'peer' ? settings.slots.length : settings.agenda.length,
      plannedExercises: settings.slots.filter(isForCode).length,
      targetSeconds: settings.targetSeconds,
      tryOut: state.tryOut !== null,
      alone: state.tryOut?.alone === true,
    };
  },
);

const withoutPack = remembered(
  (room: RoomSlice) => [room],
  (room): RoomSlice => ({ ...room, packTitle: '' }),
);

/** A shipped pack is public, so a candidate of a led room finds it on their scorecard, and nowhere before. */
export function candidateRoom(state: Scene): RoomSlice {
  return state.settings.format === 'peer' ? roomSlice(state) : withoutPack(roomSlice(state));
}

const benched = remembered(
  (room: RoomSlice) => [room],
  (room): RoomSlice => ({ ...room, packTitle: '', phase: room.phase === 'ended' ? 'ended' : 'lobby' }),
);

/** On the bench it also hides whether somebody else is being asked. */
export function benchRoom(state: Scene): RoomSlice {
  return benched(roomSlice(state));
}

export function agendaSlice(state: Scene): AgendaSlice {
  const round = currentRound(state);
  const isPeer = state.settings.format === 'peer';
  const open = round && !isOver(round.phase);
  if (isPeer) return { items: open ? round.agenda : [], slots: state.settings.slots };
  return { items: open ? round.agenda : state.settings.agenda, slots: [] };
}
