'use client';

import { useEffect, useState } from 'react';
import { levelOf } from './level';

/** Fast enough to follow a voice, slow enough to be calm. */
const EVERY_MS = 100;
const HEARD_LEVEL = 0.25;

/** How loud the microphone is now, 0 to 1, and whether anything has been heard since it was turned on. */
export function useLevel(stream: MediaStream): { level: number; heard: boolean } {
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const now = levelOf(samples);
      setLevel(now);
      if (now > HEARD_LEVEL) setHeard(true);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return { level, heard };
}
