import { afterPath, withoutEdges } from '@/server/protocol/pasted';

/** Letters and digits of a code. */
export const CODE_LENGTH = 12;

/** The token in a pasted text: a whole invite link, a path, or a code in any case, with or without dashes. */
export function readInvite(text: string): string | null {
  const [first = ''] = text.trim().split(/[\r\n]/u);
  return normaliseCode(afterPath(text, 'join') ?? text) ?? normaliseCode(first);
}

/** Where a pasted text leads: a return link, an invite link or a code. Null for anything else. */
export function pathOf(text: string): string | null {
  const back = afterPath(text, 'return');
  if (back) return `/return/${back}`;
  const token = readInvite(text);
  return token && `/join/${token}`;
}

/** Twelve capitals and digits; null for anything else. */
export function normaliseCode(text: string): string | null {
  const bare = withoutEdges(text)
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return /^[A-Z0-9]{12}$/.test(bare) ? bare : null;
}

/** `ABCD-EFGH-JKLM`, as far as it has been typed. */
export function showCode(text: string): string {
  const bare = text
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .slice(0, CODE_LENGTH);
  return bare.match(/.{1,4}/g)?.join('-') ?? '';
}
