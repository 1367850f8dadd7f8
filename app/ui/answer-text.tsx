import { CodeBlock } from './code-block';
import { PackText } from './pack-text';

const FENCE = /^(`{3,}|~{3,})([^\n]*)\n([\s\S]*?)\n\1[ \t]*$/gm;

/** What a good answer says: paragraphs, and code between fences. */
export function AnswerText({ children: answer }: { children: string }) {
  return (
    <div className="flex flex-col gap-2">
      {partsOf(answer).map(({ at, text, language }) =>
        language !== null ? (
          <CodeBlock key={at} label="Code of the answer" code={text} language={language} />
        ) : (
          <p key={at} className="whitespace-pre-line break-words">
            <PackText>{text}</PackText>
          </p>
        ),
      )}
    </div>
  );
}

interface Part {
  at: number;
  text: string;
  /** The language after the fence; null for prose. */
  language: string | null;
}

function partsOf(answer: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  const prose = (to: number) => {
    for (const text of answer.slice(end, to).split(/\n{2,}/))
      if (text.trim() !== '') parts.push({ at: parts.length, text: text.trim(), language: null });
  };
  for (const { 0: whole, 2: language = '', 3: code = '', index } of answer.matchAll(FENCE)) {
    prose(index);
    parts.push({ at: parts.length, text: code, language: language.trim() });
    end = index + whole.length;
  }
  prose(answer.length);
  return parts;
}
