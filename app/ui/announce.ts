export type Urgency = 'polite' | 'assertive';
export type Announcement = { id: number; text: string; urgency: Urgency };

type Listener = (announcement: Announcement) => void;

let last = 0;
const listeners = new Set<Listener>();

/** Says `text` to a screen reader. Polite waits its turn; assertive is for what cannot wait. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  last += 1;
  for (const listener of listeners) listener({ id: last, text, urgency });
}

/** Hears every announcement until the returned function is called. */
export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
