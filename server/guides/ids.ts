/** Letters and digits of any script joined by single dashes, at most 60 of them; empty when there are none. */
export function toSlug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return [...words.replace(/^-+/, '')].slice(0, 60).join('').replace(/-+$/, '');
}

export function isSlug(text: string): boolean {
  return text.length <= 80 && /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u.test(text);
}

/** Hands out ids that are unique among those it has seen: `name`, `name-2`, … */
export class Ids {
  private readonly taken = new Set<string>();

  /** False when this id is taken. */
  take(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }

  derive(wish: string): string {
    let id = wish;
    for (let n = 2; !this.take(id); n += 1) id = `${wish}-${n}`;
    return id;
  }
}
