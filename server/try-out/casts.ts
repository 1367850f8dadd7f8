import { Cast, type CastPorts } from './cast';
import { LIVELY } from './said';

export interface CastsPorts extends Omit<CastPorts, 'pace'> {
  /** Called when a beat failed; the next one tries again. */
  failed(error: unknown): void;
  /** Milliseconds between two beats; null leaves them to a test. */
  beatMs: number | null;
}

/** The rooms with simulated people that this process plays, one per visitor. */
export interface Casts {
  has(roomId: string): boolean;
  /** Whether this visitor could have a room played now. */
  hasPlaceFor(visitor: string): boolean;
  /**
   * Plays a room from now on. False when there are too many: then the simulated people appear when the visitor's page asks
   * again.
   */
  plays(roomId: string, visitor: string, visitorId: string): boolean;
  /** Whether this visitor has another played room open. */
  isElsewhere(roomId: string, visitor: string): boolean;
  close(): void;
}

/** The most rooms at once. */
const AT_ONCE = 60;
/** Milliseconds after which a visitor who has gone gives way to another: longer than a reload takes. */
const GIVES_WAY_MS = 30_000;

interface Played {
  cast: Cast;
  /** By principal. */
  visitor: string;
  /** Their member. */
  visitorId: string;
  timer: NodeJS.Timeout | null;
}

export function createCasts(ports: CastsPorts): Casts {
  const casts = new Map<string, Played>();

  function end(roomId: string): void {
    clearTimeout(casts.get(roomId)?.timer ?? undefined);
    casts.delete(roomId);
  }

  /** Its people leave. They return when its visitor does. */
  function leave(roomId: string): void {
    end(roomId);
    ports.shows(roomId, []);
  }

  /** Whether there is a place for one more room, and which room would give way to it. */
  function placeFor(visitor: string): { isFree: boolean; insteadOf: string | null } {
    const others = [...casts].filter(([, one]) => one.visitor !== visitor);
    if (others.length < AT_ONCE) return { isFree: true, insteadOf: null };
    const [longest] = others
      .map(([roomId, { cast, visitorId }]) => ({ roomId, awayMs: cast.awayMs(visitorId) }))
      .toSorted((a, b) => b.awayMs - a.awayMs);
    const gives = longest && longest.awayMs > GIVES_WAY_MS;
    return gives ? { isFree: true, insteadOf: longest.roomId } : { isFree: false, insteadOf: null };
  }

  function beats(roomId: string, played: Played, beatMs: number): void {
    played.timer = setTimeout(() => {
      played.cast
        .beat()
        .catch((error: unknown) => {
          ports.failed(error);
          return true;
        })
        .then((goesOn) => {
          if (casts.get(roomId) === played) return goesOn ? beats(roomId, played, beatMs) : end(roomId);
          // It ended during this beat, which may have shown its people once more.
          if (!casts.has(roomId)) ports.shows(roomId, []);
        }, ports.failed);
    }, beatMs);
  }

  return {
    has: (roomId) => casts.has(roomId),
    hasPlaceFor: (visitor) => placeFor(visitor).isFree,
    plays: (roomId, visitor, visitorId) => {
      if (casts.has(roomId)) return true;
      const { isFree, insteadOf } = placeFor(visitor);
      if (!isFree) return false;
      if (insteadOf !== null) leave(insteadOf);
      // The people of a room that its visitor left for this one leave it too.
      for (const [other, one] of casts) if (one.visitor === visitor) leave(other);
      const cast = new Cast({ ...ports, pace: LIVELY }, roomId);
      const played: Played = { cast, visitor, visitorId, timer: null };
      casts.set(roomId, played);
      if (ports.beatMs !== null) beats(roomId, played, ports.beatMs);
      return true;
    },
    isElsewhere: (roomId, visitor) => {
      const other = [...casts].find(([id, one]) => id !== roomId && one.visitor === visitor);
      return other !== undefined && ports.isHere(other[0], other[1].visitorId);
    },
    close: () => {
      // Another process can play them from now on.
      for (const roomId of casts.keys()) leave(roomId);
    },
  };
}
