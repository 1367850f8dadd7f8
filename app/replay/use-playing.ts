import { useCallback, useEffect, useState } from 'react';

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds between two pictures: a clock of seconds needs no more. */
const PICTURE_MS = 100;

export interface Playing {
  /** Milliseconds into the round. */
  at: number;
  isPlaying: boolean;
  speed: Speed;
  setSpeed(speed: Speed): void;
  seek(at: number): void;
  toggle(): void;
}

/** A place in a round of so many milliseconds, which goes on while it plays. Nothing of it was seen before `first`. */
export function usePlaying(first: number, duration: number, start: number): Playing {
  const within = useCallback((to: number) => Math.min(Math.max(to, first), duration), [first, duration]);
  const [at, setAt] = useState(() => within(start));
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const seek = useCallback((to: number) => setAt(within(to)), [within]);
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - last) * speed;
      last = now;
      setAt((before) => Math.min(before + passed, duration));
    }, PICTURE_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, duration]);
  // At its end it waits, to be played once more.
  const isOver = at >= duration;
  if (isPlaying && isOver) setIsPlaying(false);
  const toggle = () => {
    if (!isPlaying && isOver) seek(0);
    setIsPlaying(!isPlaying);
  };
  return { at, isPlaying, speed, setSpeed, seek, toggle };
}
