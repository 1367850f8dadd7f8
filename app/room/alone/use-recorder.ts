import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserStorage } from '@/app/live/key-value';
import { type RecorderState, recorder, recoverRecordings } from './recorder';
import { onRecordings, type Recording, recordingsOf } from './recordings';

export const useRecorder = (): RecorderState =>
  useSyncExternalStore(recorder.subscribe, recorder.getState, recorder.getState);

const storage = browserStorage();

/** A wish that this browser keeps: whether to record, to read aloud, to write down what is said. */
export function useKeptWish(name: 'record' | 'aloud' | 'transcript'): [boolean, (on: boolean) => void] {
  const key = `hotseat:practice-${name}`;
  const [on, setOn] = useState(() => storage.get(key) === 'on');
  return [
    on,
    (next) => {
      storage.set(key, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}

/** The recordings of one answer, fresh as they are kept and deleted; null until they are known. */
export function useRecordings(roomId: string, askId: string): readonly Recording[] | null {
  const [recordings, setRecordings] = useState<readonly Recording[] | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await recordingsOf(roomId, askId);
      if (!isGone) setRecordings(found);
    };
    void read();
    const stop = onRecordings(() => void read());
    void recoverRecordings(roomId, askId);
    return () => {
      isGone = true;
      stop();
    };
  }, [roomId, askId]);
  return recordings;
}
