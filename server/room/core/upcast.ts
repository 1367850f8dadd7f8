import type { Settings } from '../../protocol/commands';
import type { Exercise, Pack } from '../../protocol/pack';
import type { RoomEvent } from './events';
import { isEventType } from './evolve';

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
  pack: EarlierPack;
  seen?: string[];
};
type EarlierExercise = Omit<Exercise, 'afterHint' | 'checks'> &
  Partial<Pick<Exercise, 'afterHint' | 'checks'>>;
export type EarlierPack = Omit<Pack, 'familyId' | 'exercises'> & {
  familyId?: string;
  exercises: EarlierExercise[];
};

function opened(event: EarlierOpened): Opened {
  const { settings, pack, seen = [] } = event;
  return {
    ...event,
    seen,
    settings: { ...settings, level: settings.level ?? null },
    pack: upcastPack(pack),
  };
}

/** A stored pack in today's shape; the same object when it has that shape already, since rooms share it. */
export function upcastPack(pack: EarlierPack): Pack {
  if (isToday(pack)) return pack;
  return { ...pack, familyId: pack.familyId ?? pack.id, exercises: pack.exercises.map(upcastExercise) };
}

function isToday(pack: EarlierPack): pack is Pack {
  return pack.familyId !== undefined && pack.exercises.every(({ checks }) => checks !== undefined);
}

/** Exercises had no checks, and did not say what a hint means for the score. */
function upcastExercise(exercise: EarlierExercise): Exercise {
  return { ...exercise, afterHint: exercise.afterHint ?? null, checks: exercise.checks ?? null };
}

function isRoomEvent(stored: unknown): stored is RoomEvent {
  return typeof stored === 'object' && stored !== null && isEventType(String(Reflect.get(stored, 'type')));
}
