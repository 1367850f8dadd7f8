import type { Chunks } from './chunks';

/** Words of parts that only rooms among simulated people need: each is in a file that holds the part, and in no other. */
const PARTS = {
  'the tips of a try-out': 'Close the tips for good',
  'what a simulated candidate says': ' is answering',
  'a practice': 'A panel for one',
  recordings: 'by-answer',
  'the voice': 'SpeechSynthesisUtterance',
  'the second opinion': 'A second opinion, by a machine',
} as const;

/** The parts that the room's page holds though it may hold none. `page`: its files. */
export function notKeptApart(chunks: Chunks, page: readonly string[]): string[] {
  return Object.entries(PARTS).flatMap(([part, words]) => {
    const holding = [...chunks].flatMap(([file, text]) => (text.includes(words) ? [file] : []));
    if (holding.length === 0)
      throw new Error(`The build has no file with ${part}: there is nothing to look for.`);
    const early = holding.filter((file) => page.includes(file));
    return early.length > 0 ? [`${part} (${early.join(', ')})`] : [];
  });
}

export function keptApartInWords(early: readonly string[]): string {
  return `What only rooms among simulated people need: the room's page holds ${early.join(' and ') || 'nothing of it'}.`;
}
