import { useCallback, useEffect, useState } from 'react';
import type { Line } from './line';
import type { Position } from './moments';

export const SPEEDS = [1, 2, 4, 8, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** The next speed up or down; the same at either end. */
export function speedAfter(speed: Speed, step: 1 | -1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed;
}

/** What a change of speed by keys is told as. */
export function speedInWords(before: Speed, after: Speed): string {
  if (after !== before) return `Speed ${after}×`;
  return `Speed ${after}×, the ${after === 1 ? 'slowest' : 'fastest'}`;
}

/** Milliseconds between two frames: a clock in seconds needs no more. */
const PICTURE_MS = 100;

export interface Playing extends Position {
  isPlaying: boolean;
  speed: Speed;
  setSpeed(speed: Speed): void;
  seek(at: number): void;
  /** Goes to one of the moments, also where others share its time. */
  show(moment: Position): void;
  toggle(): void;
}

/** A position in a round, which moves along the line while it plays. The viewer saw nothing before the line begins. */
export function usePlaying(line: Line, start: Position): Playing {
  const within = useCallback((to: number) => Math.min(Math.max(to, line.from), line.to), [line]);
  const [{ at, chosen }, setPosition] = useState<Position>(() => ({ ...start, at: within(start.at) }));
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const seek = useCallback((to: number) => setPosition({ at: within(to), chosen: null }), [within]);
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - last) * speed;
      last = now;
      setPosition((before) => ({ at: line.timeAt(line.placeOf(before.at) + passed), chosen: null }));
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
  return { at, chosen, isPlaying, speed, setSpeed, seek, show: setPosition, toggle };
}
