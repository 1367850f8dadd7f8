'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Word } from './code-colours';

type Colour = (code: string) => Word[][];

/** Code as lines of words: plain at first, and in colours once its language has loaded. */
export function useCodeColours(code: string, language: string | null): Word[][] {
  const [colour, setColour] = useState<Colour | null>(null);
  useEffect(() => {
    let isOver = false;
    const fetch = async () => {
      const { colourist } = await import('./code-colours');
      const found = await colourist(language);
      if (!isOver) setColour(() => found);
    };
    // Without colours the code is still readable.
    if (language) fetch().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [language]);
  return useMemo(() => colour?.(code) ?? code.split('\n').map((text) => [{ text, as: '' }]), [colour, code]);
}
