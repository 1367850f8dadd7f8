'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * Takes a file dropped anywhere on the page, and how many others were dropped with it. True while a file is held over
 * it.
 */
export function useDroppedFile(take: (file: File, others: number) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const leave = new AbortController();
    const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, listener, { signal: leave.signal });
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      const files = event.dataTransfer?.files;
      const file = files?.[0];
      // The editor handles a file dropped into its text.
      if (!file || event.defaultPrevented) {
        setOver(false);
        return;
      }
      event.preventDefault();
      setOver(false);
      latest.current(file, files.length - 1);
    });
    return () => leave.abort();
  }, []);
  return over;
}
