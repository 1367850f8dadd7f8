import { CodeBlock } from './code-block';
import { PackText } from './pack-text';

const FENCE = /^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n\1[ \t]*$/gm;

/** What a good answer says: paragraphs, and code between fences. */
export function AnswerText({ children: answer }: { children: string }) {
  return (
    <div className="flex flex-col gap-2">
      {partsOf(answer).map(({ at, text, code }) =>
        code ? (
          <CodeBlock key={at} label="Code of the answer" code={text} />
        ) : (
          <p key={at} className="whitespace-pre-line break-words">
            <PackText>{text}</PackText>
          </p>
        ),
      )}
    </div>
  );
}

function partsOf(answer: string): { at: number; text: string; code: boolean }[] {
  const parts: { at: number; text: string; code: boolean }[] = [];
  let end = 0;
  const prose = (to: number) => {
    for (const text of answer.slice(end, to).split(/\n{2,}/))
      if (text.trim() !== '') parts.push({ at: parts.length, text: text.trim(), code: false });
  };
  for (const { 0: whole, 2: code = '', index } of answer.matchAll(FENCE)) {
    prose(index);
    parts.push({ at: parts.length, text: code, code: true });
    end = index + whole.length;
  }
  prose(answer.length);
  return parts;
}
