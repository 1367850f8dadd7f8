'use client';

import { useEffect } from 'react';
import { isTyping } from './is-typing';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';
/** The search for an heir stops at these: elements outside the region are unrelated. */
const REGION = 'section, article, aside, header, footer, main, [role="tabpanel"], [role="dialog"]';

/** The place of an element when it was removed. */
interface Gap {
  parent: Node;
  before: Node | null;
  after: Node | null;
}

/**
 * An element with the focus may disappear: a button that has done its work, a deleted note, a screen that the next one
 * replaces. Browsers then start again at the top of the page (WCAG 2.4.3). This moves the focus to the element with the id
 * in `data-heir`, or else to the next element, the previous one, the region around it, or `main`. From a field with typed
 * text it goes straight to the region.
 */
export function KeptFocus() {
  useEffect(() => {
    let focused: HTMLElement | null = null;
    /** The id of an heir that will appear later, for instance once a command is answered. */
    let awaited: string | null = null;
    const take = ({ target }: FocusEvent) => {
      focused = target instanceof HTMLElement ? target : null;
      awaited = null;
    };
    // If the element is still there, the focus left it on purpose.
    const lose = () =>
      queueMicrotask(() => {
        if (focused?.isConnected && document.activeElement !== focused) focused = null;
      });
    const observer = new MutationObserver((records) => {
      const heir = awaited === null ? null : document.getElementById(awaited);
      if (heir?.checkVisibility()) heir.focus();
      const lost = focused;
      if (!lost || lost.isConnected) return;
      focused = null;
      const gap = gapOf(lost, records);
      // Some parts, such as a closing dialog, move the focus themselves a moment later.
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (document.activeElement !== document.body) return;
          const heir = heirOf(lost, gap);
          // Without this, an element taller than the window would scroll to its top and hide the bar above it.
          heir?.focus({ preventScroll: heir.id === 'main' });
          if (lost.dataset.heir !== heir?.id) awaited = lost.dataset.heir ?? null;
        }),
      );
    });
    document.addEventListener('focusin', take);
    document.addEventListener('focusout', lose);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', take);
      document.removeEventListener('focusout', lose);
    };
  }, []);
  return null;
}

/** The outermost place from which `lost` was removed; null if unknown. */
function gapOf(lost: Node, records: readonly MutationRecord[]): Gap | null {
  const record = records.findLast(
    ({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(lost)),
  );
  return record ? { parent: record.target, before: record.previousSibling, after: record.nextSibling } : null;
}

function heirOf(lost: HTMLElement, gap: Gap | null): HTMLElement | null {
  const named = lost.dataset.heir ? document.getElementById(lost.dataset.heir) : null;
  // A person who was typing would press the next button with the next space.
  const near = gap && (isTyping(lost) ? regionOf(gap.parent) : nearest(gap));
  return [named, near].find((element) => element?.checkVisibility()) ?? document.getElementById('main');
}

function regionOf(parent: Node): HTMLElement | null {
  return parent instanceof HTMLElement ? parent.closest<HTMLElement>('main [tabindex]') : null;
}

function nearest({ parent, before, after }: Gap): HTMLElement | null {
  if (!(parent instanceof HTMLElement) || parent === document.body) return null;
  for (let sibling = after; sibling; sibling = sibling.nextSibling) {
    const found = firstIn(sibling);
    if (found) return found;
  }
  for (let sibling = before; sibling; sibling = sibling.previousSibling) {
    const found = firstIn(sibling);
    if (found) return found;
  }
  if (parent.matches(REGION)) return regionOf(parent);
  const { parentNode, previousSibling, nextSibling } = parent;
  return parentNode ? nearest({ parent: parentNode, before: previousSibling, after: nextSibling }) : null;
}

function firstIn(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  const inside = [...node.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const all = node.matches(FOCUSABLE) ? [node, ...inside] : inside;
  return all.find((element) => element.checkVisibility()) ?? null;
}
