import type { Ack, CodeBody, CodeMissing, CursorBody, CursorFrame } from '@/server/protocol/wire';
import type { Link } from './link';

export interface CodeListener {
  /** Whether the connection is up and the room is known. */
  open(isOpen: boolean): void;
  updated(update: Uint8Array): void;
  moved(cursor: CursorFrame): void;
}

/** The texts of code exercises on a room's connection. The editor, which loads when it is needed, reads their contents. */
export class CodeChannel {
  private isOpen = false;
  private readonly listeners = new Map<string, Set<CodeListener>>();

  constructor(private readonly link: Pick<Link, 'code' | 'codeSync' | 'cursor'>) {}

  listen(askId: string, listener: CodeListener): () => void {
    const known = this.listeners.get(askId) ?? new Set<CodeListener>();
    this.listeners.set(askId, known.add(listener));
    listener.open(this.isOpen);
    return () => void known.delete(listener);
  }

  send = (body: CodeBody): Promise<Ack | null> => this.link.code(body);
  sync = (askId: string, vector: Uint8Array): Promise<CodeMissing | null> =>
    this.link.codeSync({ askId, vector });
  point = (cursor: CursorBody): void => this.link.cursor(cursor);

  setOpen(isOpen: boolean): void {
    // A whole view may follow a gap in which updates were lost too, so the text is fetched again as well.
    if (!isOpen && !this.isOpen) return;
    this.isOpen = isOpen;
    for (const of of this.listeners.values()) for (const listener of of) listener.open(isOpen);
  }

  updated({ askId, update }: CodeBody): void {
    for (const listener of this.listeners.get(askId) ?? []) listener.updated(update);
  }

  moved(cursor: CursorFrame): void {
    for (const listener of this.listeners.get(cursor.askId) ?? []) listener.moved(cursor);
  }
}
