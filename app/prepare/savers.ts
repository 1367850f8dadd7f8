import type { Story } from '@/server/protocol/story';
import { StorySaver } from './story-saver';

/** Those of this page, by the story's id: they outlive the list, too. */
const savers = new Map<string, StorySaver>();

export function saverOf(story: Story): StorySaver {
  const known = savers.get(story.id);
  if (known) return known;
  const saver = new StorySaver(story);
  // A server renders pages of many people.
  if (typeof window === 'undefined') return saver;
  saver.subscribe(watch);
  savers.set(story.id, saver);
  return saver;
}

/** The story was deleted here. */
export function dropSaver(id: string): void {
  savers.get(id)?.stop();
  savers.delete(id);
  watch();
}

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

/** Browsers ask before somebody leaves words that are not saved. */
function watch(): void {
  const isUnsaved = [...savers.values()].some((saver) => saver.getState().saved !== 'saved');
  if (isUnsaved) window.addEventListener('beforeunload', stay);
  else window.removeEventListener('beforeunload', stay);
}
