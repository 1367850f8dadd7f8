import { codeDraft, type Drafts, lateWordsDraft } from '@/app/live/drafts';
import type { Unsent } from './shared-text';

/** Keeps words that the room rejected, until the person has seen them. */
export function keepLateWords(drafts: Drafts, askId: string, words: string): void {
  if (words === '') return;
  const name = lateWordsDraft(askId);
  const before = drafts.get(name);
  drafts.set(name, before === '' ? words : `${before}\n${words}`);
}

/** What was typed in the code of an ask and is not stored yet. */
export function unsentIn(drafts: Drafts, askId: string): Unsent {
  const name = codeDraft(askId);
  return {
    get: () => drafts.get(name),
    set: (update) => drafts.set(name, update),
    listen: (listener) => drafts.subscribe(name, listener),
  };
}
