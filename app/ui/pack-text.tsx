import type { ReactNode } from 'react';
import { languageOf } from './language-of';

/**
 * A pack's text: plain, but for code between backticks. An odd backtick stays what it is. It runs in the direction of its
 * own script, whatever is around it, and says which language it is in where that is not the page's.
 */
export function PackText({ children: text }: { children: string }): ReactNode {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: code, index } of text.matchAll(/`[^`\n]+`/gu)) {
    parts.push(
      text.slice(end, index),
      <code key={index} className="font-mono text-[0.92em]">
        {code.slice(1, -1)}
      </code>,
    );
    end = index + code.length;
  }
  return (
    <bdi lang={languageOf(text) ?? undefined}>
      {parts}
      {text.slice(end)}
    </bdi>
  );
}
