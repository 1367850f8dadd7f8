import type { Settings } from '../../protocol/commands';
import { type Pack, pack as packSchema } from '../../protocol/pack';
import type { RoomEvent } from './events';
import { isEventType } from './evolve';

/** This process is older than what wrote the event; a newer one can read it. */
export class LaterEvent extends Error {
  override readonly name = 'LaterEvent';
}

/**
 * A stored event in today's shape. An unknown type was written by a newer version, and to read on without it would
 * lose it.
 */
export function upcast(stored: unknown): RoomEvent {
  if (isRoomEvent(stored)) {
    if (stored.type === 'RoomOpened') return opened(stored);
    if (stored.type === 'NoteWritten') return noteWritten(stored);
    return stored.type === 'RoundPublished' ? published(stored) : stored;
  }
  const type = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'type') : stored;
  throw new LaterEvent(`The record holds an event of type ${String(type)}, which this version cannot read.`);
}

type Opened = Extract<RoomEvent, { type: 'RoomOpened' }>;

/** In the first version rooms had no level, time or seed, packs no family, and nobody asked what the host had read. */
type EarlierOpened = Omit<Opened, 'settings' | 'pack' | 'seen' | 'seed'> & {
  settings: Omit<Settings, LaterSetting> & Partial<Pick<Settings, LaterSetting>>;
  pack: EarlierPack;
  seen?: string[];
  seed?: string;
};
type LaterSetting = 'level' | 'startsAt' | 'sharesChecklist';
export type EarlierPack = Pack | Omit<Pack, 'familyId'>;

function opened(event: EarlierOpened): Opened {
  const { settings, pack, seen = [], seed = '' } = event;
  return {
    ...event,
    seen,
    seed,
    settings: {
      ...settings,
      level: settings.level ?? null,
      startsAt: settings.startsAt ?? null,
      sharesChecklist: settings.sharesChecklist ?? false,
    },
    pack: upcastPack(pack),
  };
}

type NoteWritten = Extract<RoomEvent, { type: 'NoteWritten' }>;

/** A note was private, or shared with the panel at the reveal and with the candidate once it was published. */
type EarlierNoteWritten = NoteWritten | (Omit<NoteWritten, 'share'> & { shared: boolean });

function noteWritten(event: EarlierNoteWritten): NoteWritten {
  if ('share' in event) return event;
  const { shared, ...note } = event;
  return { ...note, share: shared ? 'candidate' : 'none' };
}

type Published = Extract<RoomEvent, { type: 'RoundPublished' }>;

type EarlierSharing = { ratings: boolean; keyPoints: boolean; verdicts: boolean };

type EarlierPublished = Published | (Omit<Published, 'sharing'> & { sharing: EarlierSharing });

/** Ratings had names, and every shared note went with them. Nobody had agreed to share what did not exist yet. */
function published(event: EarlierPublished): Published {
  const { sharing } = event;
  if ('evidence' in sharing) return { ...event, sharing };
  const { ratings, keyPoints, verdicts } = sharing;
  const all = ratings && keyPoints && verdicts;
  return {
    ...event,
    sharing: { ratings: ratings ? 'named' : 'none', keyPoints, verdicts, evidence: true, feedback: all },
  };
}

/** A stored pack in today's shape; the same object if it has that shape already, since rooms share it. */
export function upcastPack(pack: EarlierPack): Pack {
  if ('familyId' in pack && 'brief' in pack) return pack;
  // The schema fills in what packs did not have then.
  return packSchema.parse({ ...pack, familyId: 'familyId' in pack ? pack.familyId : pack.id });
}

function isRoomEvent(stored: unknown): stored is RoomEvent {
  return typeof stored === 'object' && stored !== null && isEventType(String(Reflect.get(stored, 'type')));
}
