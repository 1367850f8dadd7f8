export const VERDICT_FIELD = 'input[name=verdict]';
export const DECISION_FIELD = 'input[name=decision]';

/** The first field of these that is on the screen: the same one can be in several columns. */
export function shownField(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((field) => field.checkVisibility());
}
