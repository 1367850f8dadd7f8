/**
 * What somebody pasted to join: the last part of a link's path, or a code as it was typed. Null when there is nothing
 * in it. Whether it is known is for the server to say.
 */
export function joinToken(pasted: string): string | null {
  const text = pasted.trim().replace(/^<|>$/g, '');
  const path = /^(?:[a-z]+:\/\/)?[^/\s]+(\/[^?#\s]*)/i.exec(text)?.[1] ?? text;
  const token = path.split('/').filter(Boolean).at(-1) ?? '';
  return /^[\w-]{4,128}$/.test(token) ? token : null;
}
