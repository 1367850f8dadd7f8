import { useCallback, useEffect, useState } from 'react';
import type { Line } from './line';

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** The next speed up or down; the same at either end. */
export function speedAfter(speed: Speed, step: 1 | -1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed;
}

/** Milliseconds between two frames: a clock in seconds needs no more. */
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

/** A position in a round, which moves along the line while it plays. The viewer saw nothing before the line begins. */
export function usePlaying(line: Line, start: number): Playing {
  const within = useCallback((to: number) => Math.min(Math.max(to, line.from), line.to), [line]);
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
      setAt((before) => line.timeAt(line.placeOf(before) + passed));
    }, PICTURE_MS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, line]);
  // At its end it stops, and can be played again.
  const isOver = at >= line.to;
  if (isPlaying && isOver) setIsPlaying(false);
  const toggle = () => {
    if (!isPlaying && isOver) seek(line.from);
    setIsPlaying(!isPlaying);
  };
  return { at, isPlaying, speed, setSpeed, seek, toggle };
}
