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

const NAME = 'hotseat-recordings';
const STORE = 'recordings';
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

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(STORE, { keyPath: ['roomId', 'askId', 'no'] });
    store.createIndex(BY_ANSWER, ['roomId', 'askId']);
  };
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await work(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

/** Kept as the next stretch of its answer. Rejects where the browser keeps nothing. */
export async function keepRecording(recording: Omit<Recording, 'no'>): Promise<void> {
  const answer = [recording.roomId, recording.askId];
  await inStore('readwrite', async (store) => {
    const no = await done(store.index(BY_ANSWER).count(answer));
    await done(store.add({ ...recording, no }));
  });
  changed();
}

/** The stretches of one answer, in their order; none where the browser keeps nothing. */
export async function recordingsOf(roomId: string, askId: string): Promise<Recording[]> {
  try {
    return await inStore('readonly', (store) => done(store.index(BY_ANSWER).getAll([roomId, askId])));
  } catch {
    return [];
  }
}

export async function deleteRecordings(roomId: string, askId: string): Promise<void> {
  await inStore('readwrite', async (store) => {
    for (const key of await done(store.index(BY_ANSWER).getAllKeys([roomId, askId])))
      await done(store.delete(key));
  });
  changed();
}

export async function deleteAllRecordings(): Promise<void> {
  await inStore('readwrite', (store) => done(store.clear()));
  changed();
}

/** How many answers there are recordings of, and their bytes. */
export async function recordingsInAll(): Promise<{ answers: number; bytes: number }> {
  try {
    const all: Recording[] = await inStore('readonly', (store) => done(store.getAll()));
    const answers = new Set(all.map(({ roomId, askId }) => `${roomId}/${askId}`)).size;
    return { answers, bytes: all.reduce((sum, { sound }) => sum + sound.size, 0) };
  } catch {
    return { answers: 0, bytes: 0 };
  }
}
