import type { Settings } from '../protocol/commands';
import { type Pack, pack as packSchema } from '../protocol/pack';
import type { RoomEvent, RoomEventType } from './events';

const KNOWN: Record<RoomEventType, true> = {
  RoomOpened: true,
  SettingsChanged: true,
  AgendaSet: true,
  InviteIssued: true,
  InviteRevoked: true,
  MemberJoined: true,
  MemberReturned: true,
  MemberAdmitted: true,
  MemberDeclined: true,
  MemberRemoved: true,
  MemberLeft: true,
  RoleChanged: true,
  HostChanged: true,
  ReadyChanged: true,
  HandChanged: true,
  RoomEnded: true,
  RoundStarted: true,
  ItemPushed: true,
  AskClosed: true,
  AskWithdrawn: true,
  AskSkipped: true,
  AskReturned: true,
  FollowUpPushed: true,
  ClockPaused: true,
  ClockResumed: true,
  TimeAdded: true,
  PointMarked: true,
  StarMarked: true,
  NoteWritten: true,
  NoteDeleted: true,
  RatingSubmitted: true,
  AskRevealed: true,
  RatedAgain: true,
  MessageSent: true,
  DeliberationStarted: true,
  ReflectionWritten: true,
  SelfRated: true,
  VerdictSubmitted: true,
  VerdictExcused: true,
  VerdictsOpened: true,
  DebriefOpened: true,
  RoundPublished: true,
};

/**
 * A stored event in today's shape. A type that this version does not know was written by a newer one, and reading on
 * would lose it.
 */
export function upcast(stored: unknown): RoomEvent {
  if (isRoomEvent(stored)) return stored.type === 'RoomOpened' ? opened(stored) : stored;
  const type = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'type') : stored;
  throw new Error(`The record holds an event of type ${String(type)}, which this version cannot read.`);
}

type Opened = Extract<RoomEvent, { type: 'RoomOpened' }>;

/** In the first version rooms had no level, packs no family, and nobody asked what the host had read. */
type EarlierOpened = Omit<Opened, 'settings' | 'pack' | 'seen'> & {
  settings: Omit<Settings, 'level'> & Partial<Pick<Settings, 'level'>>;
  pack: Omit<Pack, 'familyId'> & Partial<Pick<Pack, 'familyId'>>;
  seen?: string[];
};

function opened(event: EarlierOpened): Opened {
  const { settings, pack, seen = [] } = event;
  return {
    ...event,
    seen,
    settings: { ...settings, level: settings.level ?? null },
    // Its schema gives what packs did not hold then.
    pack: packSchema.parse({ ...pack, familyId: pack.familyId ?? pack.id }),
  };
}

function isRoomEvent(stored: unknown): stored is RoomEvent {
  return (
    typeof stored === 'object' && stored !== null && Object.hasOwn(KNOWN, String(Reflect.get(stored, 'type')))
  );
}
