/**
 * Browsers that translate a page put a `<font>` with other words where a text was. React goes on writing to the text that is
 * no longer there, and fails when it takes it away or puts something before it. Here its place in the page is known, so that
 * the translation goes when its text goes, and makes way for a text that changes, which is translated anew.
 */
export function surviveTranslation(page: Document = document): void {
  const translations = new WeakMap<Node, Element>();
  const changes = new MutationObserver(takeNote);
  const texts = new MutationObserver((records) => {
    for (const { target } of records) putBack(target);
  });

  function takeNote(records: MutationRecord[]): void {
    for (const record of records)
      for (const removed of record.removedNodes) {
        const translation = [...record.addedNodes, record.previousSibling, record.nextSibling].find(isFont);
        if (removed.nodeType !== Node.TEXT_NODE || !translation || removed.isConnected) continue;
        translations.set(removed, translation);
        texts.observe(removed, { characterData: true });
      }
  }

  function putBack(text: Node): void {
    const translation = translations.get(text);
    if (!text.isConnected && translation?.isConnected) translation.replaceWith(text);
  }

  /** What is in this parent for a node: itself, or its translation. */
  function inPlaceOf<N extends Node>(parent: Node, node: N): N | Element {
    if (node.parentNode === parent) return node;
    takeNote(changes.takeRecords());
    const translation = translations.get(node);
    return translation?.parentNode === parent ? translation : node;
  }

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <N extends Node>(this: Node, child: N): N {
    removeChild.call(this, inPlaceOf(this, child));
    return child;
  };
  Node.prototype.insertBefore = function <N extends Node>(this: Node, child: N, before: Node | null): N {
    insertBefore.call(this, child, before && inPlaceOf(this, before));
    return child;
  };
  changes.observe(page, { childList: true, subtree: true });
}

function isFont(node: Node | null): node is Element {
  return node?.nodeName === 'FONT';
}
