import * as Y from 'yjs';

/** The name of the shared text within a document. */
export const TEXT = 'code';
/** Who wrote the original: the same in every process, so that all begin with the same document, byte for byte. */
const ORIGINAL_AUTHOR = 1;

/** The text of an exercise before anybody wrote in it. */
export function beginning(original: string): Y.Doc {
  const author = new Y.Doc();
  author.clientID = ORIGINAL_AUTHOR;
  author.getText(TEXT).insert(0, original);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  return doc;
}

/** Whether these bytes can be read as an update at all. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What a reader with this state vector lacks, and the vector of the document; null for bytes that are no vector. */
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
