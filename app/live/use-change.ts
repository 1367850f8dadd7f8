'use client';

import { useEffect, useRef } from 'react';

/** Runs `then` with the new value whenever the value changes, but not for its first value. */
export function useChange<T>(value: T, then: (now: T, before: T) => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (Object.is(before.current, value)) return;
    then(value, before.current);
    before.current = value;
  });
}
