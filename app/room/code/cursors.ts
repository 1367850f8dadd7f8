import { Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { CursorBody, CursorFrame } from '@/server/protocol/wire';

/** Between two messages about one's own cursor (ms). */
const EVERY_MS = 80;
/** By place in the roster, so that the first five people differ. */
const COLOURS = [1, 2, 3, 4, 5].map((no) => `var(--color-person-${no})`);

/** Whose cursor it is, as the roster says: their name, and their place in it. */
export interface Owner {
  name: string;
  no: number;
}

export interface Cursors {
  awareness: Awareness;
  /** Somebody else's cursor. */
  moved(cursor: CursorFrame, owner: Owner): void;
  /** Nobody's cursor is known while the connection is lost. */
  cut(): void;
  close(): void;
}

/** Cursors of one text: sent as they move, never kept. The room says whose a cursor is, not the window that sends it. */
export function openCursors(doc: Doc, askId: string, tell: (cursor: CursorBody) => void): Cursors {
  const awareness = new Awareness(doc);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isShown = false;
  const send = () => {
    waiting = undefined;
    const cursor: unknown = awareness.getLocalState()?.cursor;
    const at =
      cursor && typeof cursor === 'object'
        ? {
            anchor: JSON.stringify(Reflect.get(cursor, 'anchor')),
            head: JSON.stringify(Reflect.get(cursor, 'head')),
          }
        : null;
    isShown = at !== null;
    tell({ askId, clientId: doc.clientID, at });
  };
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (origin === 'local') waiting ??= setTimeout(send, EVERY_MS);
  });
  return {
    awareness,
    moved: ({ clientId, at }, { name, no }) => {
      if (clientId === doc.clientID) return;
      if (!at) return removeAwarenessStates(awareness, [clientId], 'room');
      const color = COLOURS[no % COLOURS.length];
      const colorLight = `color-mix(in oklch, ${color} 25%, transparent)`;
      const cursor = { anchor: parsed(at.anchor), head: parsed(at.head) };
      const isNew = !awareness.states.has(clientId);
      awareness.states.set(clientId, { user: { name, color, colorLight }, cursor });
      // A window tells its cursor again every 15 seconds: one that is silent for 30 is taken away.
      awareness.meta.set(clientId, { clock: 0, lastUpdated: Date.now() });
      awareness.emit('change', [
        { added: isNew ? [clientId] : [], updated: isNew ? [] : [clientId], removed: [] },
        'room',
      ]);
    },
    cut: () => {
      const others = [...awareness.states.keys()].filter((id) => id !== doc.clientID);
      removeAwarenessStates(awareness, others, 'room');
    },
    close: () => {
      awareness.destroy();
      clearTimeout(waiting);
      if (isShown) tell({ askId, clientId: doc.clientID, at: null });
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
