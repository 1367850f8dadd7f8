import { ORIGINAL_AUTHOR } from '../protocol/words';

/** Whose windows wrote in a text: members by the number that Yjs gave each window's copy. */
export class Owners {
  readonly #members: Map<number, string>;

  constructor(stored: Readonly<Record<string, string>> = {}) {
    this.#members = new Map(Object.entries(stored).map(([client, memberId]) => [Number(client), memberId]));
  }

  /**
   * Whether these windows are this member's, or nobody's yet. What is written as another's window takes the place of what
   * that window writes, in every copy but its own.
   */
  areOf(memberId: string, windows: readonly number[]): boolean {
    return windows.every(
      (client) => client !== ORIGINAL_AUTHOR && (this.#members.get(client) ?? memberId) === memberId,
    );
  }

  add(memberId: string, windows: readonly number[]): void {
    for (const client of windows) if (!this.#members.has(client)) this.#members.set(client, memberId);
  }

  toStore(): Record<string, string> {
    return Object.fromEntries(this.#members);
  }
}
