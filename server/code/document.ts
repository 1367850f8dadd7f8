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

/** Whether these bytes can be read as an update, and change nothing but the plain text. */
export function isTextUpdate(bytes: Uint8Array): boolean {
  try {
    return Y.decodeUpdate(bytes).structs.every((struct) => !(struct instanceof Y.Item) || isInText(struct));
  } catch {
    return false;
  }
}

/** An item without its own parent has the parent of its neighbours. */
function isInText({ parent, parentSub, content }: Y.Item): boolean {
  // After reading from bytes, a parent at the document's top level is still a name.
  const name: unknown = parent;
  return (
    (name === null || name === TEXT) &&
    parentSub === null &&
    (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) &&
    content.getLength() > 0
  );
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
