import type { ReactNode } from 'react';
import { languageOf } from './language-of';

/**
 * A pack's text: plain, except for code between backticks. A single backtick stays a backtick. The text has the direction
 * of its own script. Its `lang` says so where it is not in the page's language.
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
