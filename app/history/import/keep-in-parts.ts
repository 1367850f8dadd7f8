import type { Answer } from '@/app/http';
import type { Keeping } from '@/server/protocol/taking-away';
import { inParts } from './in-parts';

/** What one request may bring, in bytes: less than the server takes. */
export const MOST_BYTES = 15_000_000;

/** Sends a file, in parts if it is large, and adds up what was kept. It stops at the first part that has a problem. */
export async function keepInParts(
  text: string,
  send: (part: string) => Promise<Answer<Keeping>>,
  onPart: (done: number, of: number) => void = () => {},
): Promise<Keeping> {
  const all: Keeping = { kept: 0, alreadyThere: 0, changed: 0, unknown: 0, problems: [] };
  const isSmall = text.length <= MOST_BYTES / LONGEST;
  const parts = isSmall ? [{ text, from: 1, to: 1 }] : inParts(text, MOST_BYTES);
  if (parts === null) return { ...all, problems: ['This is not a file of scorecards.'] };
  for (const [index, part] of parts.entries()) {
    onPart(index, parts.length);
    const answer = await send(part.text);
    const among = parts.length > 1 ? `${whichOf(part)}: ` : '';
    const problems = answer.ok ? answer.value.problems : [wordsFor(answer)];
    if (answer.ok)
      for (const count of ['kept', 'alreadyThere', 'changed', 'unknown'] as const)
        all[count] += answer.value[count];
    if (problems.length > 0)
      return { ...all, problems: problems.map((problem) => inFile(problem, part.from, among)) };
  }
  return all;
}

const whichOf = ({ from, to }: { from: number; to: number }) =>
  from === to ? `Scorecard ${from}` : `Among scorecards ${from} to ${to}`;

/** A part counts its scorecards from 1. */
function inFile(problem: string, from: number, among: string): string {
  const no = /^Scorecard (\d+)\b/.exec(problem)?.[1];
  return no === undefined
    ? `${among}${problem}`
    : problem.replace(`Scorecard ${no}`, `Scorecard ${Number(no) + from - 1}`);
}

function wordsFor({ code, message }: Extract<Answer<Keeping>, { ok: false }>): string {
  return code === 'pack-too-big' ? 'One scorecard is larger than 1 MB. Take it out of the file.' : message;
}

/** A character takes at most three bytes in UTF-8 for each unit of its length. */
const LONGEST = 3;
