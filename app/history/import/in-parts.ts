/** A part of a file of scorecards, which is such a file itself. */
export interface Part {
  text: string;
  /** The first and the last scorecard, counted from 1. */
  from: number;
  to: number;
}

/**
 * A file as several of at most `most` bytes each, unless one scorecard alone is longer: every scorecard is signed alone.
 * Null for a text that is no such file.
 */
export function inParts(text: string, most: number): Part[] | null {
  const file = parsed(text);
  if (file === null) return null;
  const { rounds, ...rest } = file;
  const head = JSON.stringify({ ...rest, rounds: [] }).slice(0, -']}'.length);
  const encoder = new TextEncoder();
  const size = (written: string) => encoder.encode(written).byteLength + ','.length;
  const room = most - size(`${head}]}`);
  const groups: { written: string[]; bytes: number }[] = [];
  for (const round of rounds) {
    const written = JSON.stringify(round);
    const bytes = size(written);
    const last = groups.at(-1);
    if (last && last.bytes + bytes <= room) {
      last.written.push(written);
      last.bytes += bytes;
    } else groups.push({ written: [written], bytes });
  }
  let to = 0;
  return groups.map(({ written }) => {
    const from = to + 1;
    to += written.length;
    return { text: `${head}${written.join(',')}]}`, from, to };
  });
}

function parsed(text: string): { rounds: unknown[] } | null {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('rounds' in file)) return null;
    const { rounds } = file;
    return Array.isArray(rounds) ? { ...file, rounds } : null;
  } catch {
    return null;
  }
}
