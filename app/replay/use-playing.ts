import { useCallback, useEffect, useRef, useState } from 'react';

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

/** A place in a round of so many milliseconds, which goes on while it plays. */
export function usePlaying(duration: number, start: number): Playing {
  const [at, setAt] = useState(() => Math.min(Math.max(start, 0), duration));
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const seek = useCallback((to: number) => setAt(Math.min(Math.max(to, 0), duration)), [duration]);
  const place = useRef(at);
  place.current = at;
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const next = place.current + (now - last) * speed;
      last = now;
      seek(next);
      if (next >= duration) setIsPlaying(false);
    }, PICTURE_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, duration, seek]);
  const toggle = () => {
    if (!isPlaying && at >= duration) seek(0);
    setIsPlaying(!isPlaying);
  };
  return { at, isPlaying, speed, setSpeed, seek, toggle };
}
