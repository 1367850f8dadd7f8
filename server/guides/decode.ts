/** Bytes as text, with a sentence about what was guessed; null when they are not text. */
export interface Decoded {
  text: string;
  note: string | null;
}

const UTF16_NOTE = 'The file was in UTF-16. It is kept in UTF-8.';
const WINDOWS_NOTE =
  'The file was not in UTF-8. It was read as Windows-1252: check its accents and quotation marks.';
/** The number of bytes examined to recognise UTF-16 without a byte order mark. */
const SAMPLE = 4_096;

export function decodeText(bytes: Uint8Array): Decoded | null {
  const wide = utf16Of(bytes);
  if (wide) return textOf(new TextDecoder(wide).decode(bytes), UTF16_NOTE);
  try {
    // With its byte order mark: a guide is kept byte for byte.
    return textOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), null);
  } catch {
    return textOf(new TextDecoder('windows-1252').decode(bytes), WINDOWS_NOTE);
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (half < 4) return null;
  if (odd > half * 0.4 && even === 0) return 'utf-16le';
  return even > half * 0.4 && odd === 0 ? 'utf-16be' : null;
}

function textOf(text: string, note: string | null): Decoded | null {
  const odd = [...text.slice(0, SAMPLE)].filter(
    (char) => char < ' ' && !'\t\n\r\f\v\u001b'.includes(char),
  ).length;
  return odd > 0 && (text.includes('\0') || odd > 4) ? null : { text, note };
}
