import { RECORDINGS } from '@/app/live/recordings-name';
import { isForgotten } from '@/app/whose-words';
import type { Speech } from './sound';

/** One stretch of an answer, as it was said. It is in this browser alone. */
export interface Recording {
  roomId: string;
  askId: string;
  /** Stretches of one answer count from 0: the answer, and what was said to each follow-up. */
  no: number;
  sound: Blob;
  /** Milliseconds into the answer at which it begins, and how long it is. */
  startMs: number;
  durationMs: number;
  speech: Speech | null;
  /** Milliseconds since the epoch. */
  at: number;
}

const STORE = 'recordings';
/** What a recorder gave so far, so that a reload loses a second of it at most. */
const PIECES = 'pieces';
const BY_ANSWER = 'by-answer';

const listeners = new Set<() => void>();

/** Hears of every recording that is kept or deleted in this tab. */
export function onRecordings(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const changed = () => {
  for (const listener of listeners) listener();
};

async function open(): Promise<IDBDatabase> {
  if (isForgotten()) throw new Error('somebody signed out of this browser');
  const request = indexedDB.open(RECORDINGS, 2);
  request.onupgradeneeded = () => {
    const { objectStoreNames } = request.result;
    const add = (name: string, keyPath: string[]) => {
      if (!objectStoreNames.contains(name))
        request.result.createObjectStore(name, { keyPath }).createIndex(BY_ANSWER, ['roomId', 'askId']);
    };
    add(STORE, ['roomId', 'askId', 'no']);
    add(PIECES, ['take', 'no']);
  };
  const database = await done(request);
  // Signing out deletes it all, and waits until no window has it open.
  database.onversionchange = () => database.close();
  return database;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
  name = STORE,
): Promise<T> {
  const database = await open();
  try {
    return await work(database.transaction(name, mode).objectStore(name));
  } finally {
    database.close();
  }
}

/** Kept as the next stretch of its answer; nowhere after signing out. Rejects where the browser keeps nothing. */
export async function keepRecording(recording: Omit<Recording, 'no'>): Promise<void> {
  if (isForgotten()) return;
  const answer = [recording.roomId, recording.askId];
  await inStore('readwrite', async (store) => {
    const no = await done(store.index(BY_ANSWER).count(answer));
    await done(store.add({ ...recording, no }));
  });
  // Somebody may have signed out meanwhile.
  if (isForgotten()) indexedDB.deleteDatabase(RECORDINGS);
  changed();
}

/** The stretches of one answer, in their order; none where the browser keeps nothing. */
export async function recordingsOf(roomId: string, askId: string): Promise<Recording[]> {
  try {
    const all: Recording[] = await inStore('readonly', (store) =>
      done(store.index(BY_ANSWER).getAll([roomId, askId])),
    );
    return all.toSorted((a, b) => a.startMs - b.startMs);
  } catch {
    return [];
  }
}

export async function deleteRecordings(roomId: string, askId: string): Promise<void> {
  for (const name of [STORE, PIECES])
    await inStore('readwrite', (store) => deleteAll(store, IDBKeyRange.only([roomId, askId])), name);
  changed();
}

export async function deleteRecordingsOf(roomId: string): Promise<void> {
  // A list sorts after every text.
  const answers = IDBKeyRange.bound([roomId], [roomId, []]);
  for (const name of [STORE, PIECES]) await inStore('readwrite', (store) => deleteAll(store, answers), name);
  changed();
}

async function deleteAll(store: IDBObjectStore, answers: IDBKeyRange): Promise<void> {
  for (const key of await done(store.index(BY_ANSWER).getAllKeys(answers))) await done(store.delete(key));
}

export async function deleteAllRecordings(): Promise<void> {
  for (const name of [STORE, PIECES]) await inStore('readwrite', (store) => done(store.clear()), name);
  changed();
}

/** A second of a stretch that is being recorded. */
export interface Piece {
  /** One stretch. */
  take: string;
  no: number;
  roomId: string;
  askId: string;
  startMs: number;
  data: Blob;
  /** Milliseconds since the epoch. */
  at: number;
}

export async function keepPiece(piece: Piece): Promise<void> {
  await inStore('readwrite', (store) => done(store.put(piece)), PIECES);
}

/** Takes that nobody records any more: a page that was closed or reloaded left them. */
const LEFT_MS = 3_000;

/** The pieces of each stretch that was left, in their order; none of `mine`, which this page keeps itself. They are taken out, so that nobody else recovers them too. */
export async function takeLeftPieces(
  roomId: string,
  askId: string,
  { now, mine }: { now: number; mine: ReadonlySet<string> },
): Promise<Piece[][]> {
  const pieces = await inStore(
    'readwrite',
    async (store) => {
      const all: Piece[] = await done(store.index(BY_ANSWER).getAll([roomId, askId]));
      const newest = new Map<string, number>();
      for (const { take, at } of all) newest.set(take, Math.max(at, newest.get(take) ?? 0));
      const left = all.filter(({ take }) => !mine.has(take) && now - (newest.get(take) ?? now) > LEFT_MS);
      for (const { take, no } of left) await done(store.delete([take, no]));
      return left;
    },
    PIECES,
  );
  const takes = new Set(pieces.map(({ take }) => take));
  return [...takes].map((one) => pieces.filter(({ take }) => take === one).toSorted((a, b) => a.no - b.no));
}

export async function dropPieces(take: string): Promise<void> {
  await inStore(
    'readwrite',
    (store) => done(store.delete(IDBKeyRange.bound([take, 0], [take, Number.MAX_SAFE_INTEGER]))),
    PIECES,
  );
}

/** Everything that was recorded, with what a page left that was closed in the middle of an answer. */
export async function soundInAll(): Promise<{ roomId: string; askId: string; bytes: number }[]> {
  try {
    const whole: Recording[] = await inStore('readonly', (store) => done(store.getAll()));
    const pieces: Piece[] = await inStore('readonly', (store) => done(store.getAll()), PIECES);
    return [
      ...whole.map(({ roomId, askId, sound }) => ({ roomId, askId, bytes: sound.size })),
      ...pieces.map(({ roomId, askId, data }) => ({ roomId, askId, bytes: data.size })),
    ];
  } catch {
    return [];
  }
}
