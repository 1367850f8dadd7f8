import { highlightCode, tagHighlighter } from '@lezer/highlight';
import { readingOf } from './code-languages';
import { CODE_WORDS } from './code-words';

/** A piece of a line, and the classes that colour it, if any. */
export interface Word {
  text: string;
  as: string;
}

const words = tagHighlighter(CODE_WORDS);

/** Splits code into lines of words; null for a language without colours. */
export async function colourist(language: string | null): Promise<((code: string) => Word[][]) | null> {
  const reading = await readingOf(language);
  if (!reading) return null;
  const { parser } = 'language' in reading ? reading.language : reading;
  return (code) => {
    const lines: Word[][] = [[]];
    highlightCode(
      code,
      parser.parse(code),
      words,
      (text, as) => void lines.at(-1)?.push({ text, as }),
      () => void lines.push([]),
    );
    return lines;
  };
}
