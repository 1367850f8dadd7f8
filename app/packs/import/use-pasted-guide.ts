'use client';

import { useEffect, useRef } from 'react';
import type { Given } from './given-guide';

/**
 * Takes what is pasted anywhere on the page. Plain text pasted into a field stays there, so that the person can edit
 * it. What has a shape that the field would lose (a document, cells of a table) is taken even there.
 */
export function usePastedGuide(take: (given: Given, others: number) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: data, target } = event;
      if (!data || event.defaultPrevented) return;
      const html = data.getData('text/html') || null;
      const text = data.getData('text/plain');
      const [file] = data.files;
      const inField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
      // Office programs add a picture of what was copied: prefer the words.
      if (html !== null || (text.trim() !== '' && (!inField || /\t/.test(text)))) {
        event.preventDefault();
        latest.current({ kind: 'paste', html, text }, 0);
      } else if (file && text === '') {
        event.preventDefault();
        latest.current({ kind: 'file', file }, data.files.length - 1);
      }
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
