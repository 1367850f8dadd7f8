export type Urgency = 'polite' | 'assertive';
export type Announcement = { id: number; text: string; urgency: Urgency };

type Listener = (announcement: Announcement) => void;

let last = 0;
const listeners = new Set<Listener>();

/** Announces `text` to screen readers. Polite waits its turn; assertive is for what cannot wait. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  last += 1;
  for (const listener of listeners) listener({ id: last, text, urgency });
}

/** Calls the listener with every announcement, until the returned function is called. */
export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
