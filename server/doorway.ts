import type { AuthOptions } from 'next-auth';
import type { PackLibrary } from './packs/library';
import type { Calibration } from './prepare/calibration';
import type { Stories } from './prepare/stories';
import type { Replay } from './protocol/replay';
import type { Scorecard } from './protocol/scorecard';
import type { KeptSession } from './protocol/sessions';
import type { Review } from './review/review';
import type { Principal, Session } from './runtime/principal';
import type { Rooms } from './runtime/rooms';
import type { TryOuts } from './try-out/try-outs';

export interface SignInProvider {
  id: string;
  name: string;
}

/**
 * What pages and route handlers may use of the server. `server/index.ts` fills it; Next bundles a copy of every
 * module of its own, so the one true instance hangs on `globalThis`.
 */
export interface Doorway {
  /** As in `http://localhost:3000`: no slash at the end. */
  publicUrl: string;
  /** What links for others begin with: the public address, or the one at which the person who asks has opened Hotseat. */
  openedAt(headers: { get(name: string): string | null }): string;
  identity: {
    /** Guests may come in with a name alone. */
    guests: boolean;
    providers: SignInProvider[];
    /** next-auth's options for one request to its route. */
    authOptions(
      headers: { get(name: string): string | null },
      failed?: (reference: string) => void,
    ): AuthOptions;
    /** The person behind a request's cookie header; null when signed out, or signed out everywhere. */
    principal(cookieHeader: string | null): Promise<Principal | null>;
    /** The same, with the sign-in session. */
    session(cookieHeader: string | null): Promise<Session | null>;
    /** Where the person of this session is signed in, the last seen first. */
    sessionsOf(session: Session): Promise<KeptSession[]>;
    /** Ends one session of this person, and its connections. False when they have none of that id. */
    endSession(principal: Principal, sessionId: string): Promise<boolean>;
    /** Ends every session of the person but this one, and their connections. */
    endOtherSessions(session: Session): Promise<void>;
    /** What somebody is called from now on. `name` is a `displayName`. */
    rename(principal: Principal, name: string): Promise<void>;
    /** Where this session's person signs out at their issuer too; null: nowhere. */
    signOutAddress(session: Session): Promise<string | null>;
    /** Ends every sign-in session of this person, on all devices, and their connections. */
    signOutEverywhere(principal: Principal): Promise<void>;
  };
  /** Without whole packs: what a page gets of one has a schema in the protocol. */
  packs: Omit<PackLibrary, 'find'>;
  /** Where a request came from; empty when it is unknown. */
  addressOf(headers: { get(name: string): string | null }): string;
  rooms: Rooms;
  tryOuts: Omit<TryOuts, 'close' | 'finish'>;
  /** A round among simulated people as its host sees it, for anybody. */
  sample(): Promise<{ scorecard: Scorecard; replay: Replay }>;
  review: Review;
  stories: Stories;
  calibration: Calibration;
  /** Those of these rooms that are gone. */
  goneRooms(roomIds: readonly string[]): Promise<string[]>;
  /** Logs what went wrong with a page or a request; gives back the reference that finds it, to tell the person. */
  failed(error: unknown, path: string): string;
}

const key = Symbol.for('hotseat.doorway');

/** Called once, by the composition root. */
export function openDoorway(doorway: Doorway): void {
  Reflect.set(globalThis, key, doorway);
}

/** Throws where no server was started around Next (`next dev` alone). */
export function doorway(): Doorway {
  const found: Doorway | undefined = Reflect.get(globalThis, key);
  if (!found)
    throw new Error('Hotseat runs through its own server: start it with `npm start` or `npm run dev`.');
  return found;
}
