/** Text of a scorecard as Markdown. */

export type NameOf = (memberId: string | null) => string;

export const titled = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];
export const iso = (ms: number) => new Date(ms).toISOString();
export const score = (mean: number | null) => (mean === null ? 'not assessed' : mean.toFixed(1));
export const value = (given: number | null) => (given === null ? 'not assessed' : String(given));
export const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');

export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What people typed, on one line and with Markdown's marks escaped. */
export const plain = (text: string) => escaped(text.trim().replaceAll(/\s+/g, ' '));
const escaped = (text: string) => text.replaceAll(/([\\`*_[\]<>#|])/g, '\\$1');

/** In a fence longer than any in the code. */
export function fenced(text: string, language: string | null): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language ?? ''}\n${text.replace(/\n$/, '')}\n${fence}`;
}
