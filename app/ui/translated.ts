/**
 * A browser that translates a page replaces a text by a `<font>` with other words. React still writes to the old text, and
 * fails when it removes it or inserts something before it. This remembers the text's place in the page, so that its
 * translation is removed with it, or replaced when the text changes, and is then translated again.
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
        if (removed.nodeType !== removed.TEXT_NODE || !translation || removed.isConnected) continue;
        translations.set(removed, translation);
        texts.observe(removed, { characterData: true });
      }
  }

  function putBack(text: Node): void {
    const translation = translations.get(text);
    if (!text.isConnected && translation?.isConnected) translation.replaceWith(text);
  }

  /** What represents a node in this parent: the node itself, or its translation. */
  function inPlaceOf<N extends Node>(parent: Node, node: N): N | Element {
    if (node.parentNode === parent) return node;
    takeNote(changes.takeRecords());
    const translation = translations.get(node);
    return translation?.parentNode === parent ? translation : node;
  }

  // Another window's nodes have prototypes of their own.
  const { prototype } = page.defaultView?.Node ?? Node;
  const { removeChild, insertBefore } = prototype;
  prototype.removeChild = function <N extends Node>(this: Node, child: N): N {
    removeChild.call(this, inPlaceOf(this, child));
    return child;
  };
  prototype.insertBefore = function <N extends Node>(this: Node, child: N, before: Node | null): N {
    insertBefore.call(this, child, before && inPlaceOf(this, before));
    return child;
  };
  changes.observe(page, { childList: true, subtree: true });
}

function isFont(node: Node | null): node is Element {
  return node?.nodeName === 'FONT';
}
