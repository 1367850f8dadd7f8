'use client';

import { useEffect } from 'react';
import { isTyping } from './is-typing';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';
/** Beyond these nothing is near any more: what is beside a region is another matter. */
const REGION = 'section, article, aside, header, footer, main, [role="tabpanel"], [role="dialog"]';

/** Where an element was when it went. */
interface Gap {
  parent: Node;
  before: Node | null;
  after: Node | null;
}

/**
 * What has the focus may go: a button that has done its work, a note that is deleted, a screen that makes way for the
 * next. Browsers then start again at the top of the page (WCAG 2.4.3). This hands the focus on: to what `data-heir` of
 * the gone element names by id, else to what comes after it, else before it, else to the region around, else to `main`;
 * from a field that was written in straight to the region.
 */
export function KeptFocus() {
  useEffect(() => {
    let focused: HTMLElement | null = null;
    /** The id of an heir that is still to come, as what a command opens is once it is answered. */
    let awaited: string | null = null;
    const take = ({ target }: FocusEvent) => {
      focused = target instanceof HTMLElement ? target : null;
      awaited = null;
    };
    // Whoever takes the focus off something that stays wants it so.
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
      // Parts that know better, such as a dialog that closes, hand on their focus themselves a moment later.
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (document.activeElement !== document.body) return;
          const heir = heirOf(lost, gap);
          // What is higher than the window would be moved to its top, and the bar above it out of sight.
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

/** The outermost place from which `lost` went; null where it is not known. */
function gapOf(lost: Node, records: readonly MutationRecord[]): Gap | null {
  const record = records.findLast(
    ({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(lost)),
  );
  return record ? { parent: record.target, before: record.previousSibling, after: record.nextSibling } : null;
}

function heirOf(lost: HTMLElement, gap: Gap | null): HTMLElement | null {
  const named = lost.dataset.heir ? document.getElementById(lost.dataset.heir) : null;
  // Whoever was writing would press the next button with the next space.
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
