import { useEffect, useState } from 'react';
import { canRecognise, recognise, type WhyDeaf } from './recognition';
import { useKeptWish } from './use-recorder';
import { addSaid, deleteSaid } from './use-said';

/** Whether what is said is written down, or why it isn't though it was wished. */
export type Writing = 'on' | 'off' | WhyDeaf;

/** Writes down what is said while `listens`, where that was wished and runs on this device: nothing of an answer that is skipped. */
export function useTranscript(
  roomId: string,
  askId: string,
  { listens, isSkipped }: { listens: boolean; isSkipped: () => boolean },
): Writing {
  const [wished] = useKeptWish('transcript');
  const [can, setCan] = useState(false);
  const [deaf, setDeaf] = useState<WhyDeaf | null>(null);
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
  useEffect(() => {
    return () => {
      // Also what was written down before a reload.
      if (isSkipped()) deleteSaid(roomId, askId);
    };
  }, [roomId, askId, isSkipped]);
  const isOn = wished && can && listens;
  useEffect(() => {
    if (!isOn) return;
    setDeaf(null);
    // The last sentence is told when the screen has gone.
    return recognise((text) => {
      if (!isSkipped()) addSaid(roomId, askId, text);
    }, setDeaf);
  }, [isOn, roomId, askId, isSkipped]);
  if (!isOn) return 'off';
  return deaf ?? 'on';
}
