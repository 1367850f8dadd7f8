const TYPED_INPUTS = /^(?:button|checkbox|radio|range|submit|reset)$/;

/** Whether keys typed in an element are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !TYPED_INPUTS.test(target.type);
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}
