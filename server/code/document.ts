import * as Y from 'yjs';
import { ORIGINAL_AUTHOR } from '../protocol/words';

/** The name of the shared text within a document. */
export const TEXT = 'code';
/** The text of an exercise before anybody wrote in it. */
export function beginning(original: string): Y.Doc {
  const author = new Y.Doc();
  author.clientID = ORIGINAL_AUTHOR;
  author.getText(TEXT).insert(0, original);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  return doc;
}

/** Something that a window wrote: its letters up to before `end`, in the window's own count. */
export interface Written {
  client: number;
  end: number;
}

/** What these bytes add to a text; null if they cannot be read, or change anything but the plain text. */
export function writtenIn(bytes: Uint8Array): Written[] | null {
  try {
    const { structs } = Y.decodeUpdate(bytes);
    if (!structs.every((struct) => !(struct instanceof Y.Item) || isInText(struct))) return null;
    return structs
      .filter((struct) => !(struct instanceof Y.Skip))
      .map(({ id: { client, clock }, length }) => ({ client, end: clock + length }));
  } catch {
    return null;
  }
}

/** The windows of which the document gets something new. */
export function windowsIn(written: readonly Written[], { store }: Y.Doc): number[] {
  return written.filter(({ client, end }) => end > Y.getState(store, client)).map(({ client }) => client);
}

/** An item without its own parent has the parent of its neighbours. */
function isInText({ parent, parentSub, content }: Y.Item): boolean {
  // After reading from bytes, a parent at the document's top level is still a name.
  const name: unknown = parent;
  return (
    (name === null || name === TEXT) &&
    parentSub === null &&
    (content instanceof Y.ContentDeleted || isPlain(content)) &&
    content.getLength() > 0
  );
}

/** An editor counts both characters of a carriage return and line feed as one, so its places would differ from the text's. */
function isPlain(content: Y.Item['content']): boolean {
  return content instanceof Y.ContentString && !content.str.includes('\r');
}

/** Whether the document waits for changes on which others that it was given depend. */
export function lacksSomething({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Applies an update. False if that failed: then the document may be broken. */
export function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

/** What a reader with this state vector lacks, and the document's vector; null for bytes that are not a vector. */
export function missingFor(
  doc: Y.Doc,
  vector: Uint8Array,
): { update: Uint8Array; vector: Uint8Array } | null {
  try {
    return { update: Y.encodeStateAsUpdate(doc, vector), vector: Y.encodeStateVector(doc) };
  } catch {
    return null;
  }
}

export function textOf(doc: Y.Doc): string {
  return doc.getText(TEXT).toJSON();
}
