import { useEffect, useState } from 'react';
import { canRecognise, recognise } from './recognition';
import { useKeptWish } from './use-recorder';
import { addSaid } from './use-said';

/** Writes down what is said while `listens`, where that was wished and runs on this device. Returns whether it does. */
export function useTranscript(roomId: string, askId: string, listens: boolean): boolean {
  const [wished] = useKeptWish('transcript');
  const [can, setCan] = useState(false);
  useEffect(() => {
    if (!wished) return;
    let isGone = false;
    void canRecognise().then((found) => {
      if (!isGone) setCan(found);
    });
    return () => {
      isGone = true;
    };
  }, [wished]);
  const isOn = wished && can && listens;
  useEffect(
    () => (isOn ? recognise((text) => addSaid(roomId, askId, text)) : undefined),
    [isOn, roomId, askId],
  );
  return isOn;
}
