import type { z } from 'zod';

/** What is wrong with a file of scorecards, in sentences that say what to do. Nobody would read more of them than this. */
const PROBLEMS = 10;

export const NOT_JSON = 'This is not a JSON file. Choose the file that “Download as JSON” gave you.';
export const NOT_SCORECARDS =
  'This file holds no Hotseat scorecards. Choose the file that “Download as JSON” gave you.';

export function newerVersion(version: number): string {
  return `A newer Hotseat wrote this file (its version is ${version}). Ask the people who run this Hotseat to update it.`;
}

export function olderVersion(version: number): string {
  return `The scorecards in this file are of version ${version}, which was never released and cannot be read. Download them again where they were made.`;
}

/** One sentence for each scorecard that cannot be read, and one for everything around them. */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): string[] {
  const byRound = new Map<number | null, z.core.$ZodIssue[]>();
  for (const issue of issues) {
    const [list, no] = issue.path;
    const round = list === 'rounds' && typeof no === 'number' ? no : null;
    byRound.set(round, [...(byRound.get(round) ?? []), issue]);
  }
  return [...byRound].slice(0, PROBLEMS).map(([round, [first, ...more]]) => {
    const what = first ? faultOf(first, round === null ? 0 : 2) : '';
    const others = more.length > 0 ? `, and ${more.length} more like that` : '';
    return round === null
      ? `The file is not as a Hotseat wrote it: ${what}${others}. Download it again.`
      : `Scorecard ${round + 1} is not as a Hotseat wrote it: ${what}${others}. Download it again, or take it out of the file.`;
  });
}

/** `from`: how much of the path the sentence has said already. */
function faultOf(issue: z.core.$ZodIssue, from: number): string {
  const place = `“${issue.path.slice(from).join('.')}”`;
  const at = issue.path.length > from ? place : 'it';
  if (issue.code === 'unrecognized_keys')
    return `${at} has ${issue.keys.map((key) => `“${key}”`).join(', ')}, which no Hotseat writes`;
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined') ? `${at} is missing` : `${at} is of the wrong kind`;
  return `${at} has a value that no Hotseat writes`;
}
