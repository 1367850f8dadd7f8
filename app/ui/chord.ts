/** Keys belong to an input method while it composes. For the Enter that ends a composition Safari reports only 229. */
export function isComposing(event: { isComposing?: boolean; keyCode?: number }): boolean {
  return event.isComposing === true || event.keyCode === 229;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * "n", "?", "Mod+k" (Ctrl or ⌘), "Mod+Enter". Shift is part of the character. Letters are lower case even with Caps Lock.
 * On a keyboard with other letters (Cyrillic, Greek) it is the Latin letter at that place, and on one whose digits need
 * Shift (AZERTY) or are others (Arabic, Hindi) it is the digit at that place.
 */
export function chordOf(event: Pressed): string {
  const key = characterOf(event);
  return event.ctrlKey || event.metaKey ? `Mod+${key}` : key;
}

function characterOf({ key, code, shiftKey }: Pressed): string {
  if (key.length > 1) return key;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit && !shiftKey && !/[0-9]/.test(key)) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // Thai and Hindi type vowel signs with some of their keys, which are no letters.
  const isForeign = /[\p{L}\p{M}]/u.test(key) && !/\p{Script=Latin}/u.test(key);
  return (letter && isForeign ? letter : key).toLowerCase();
}

/**
 * Whether an Escape is the field's own, so that the layer around it stays open: it ends a composition, or empties a search.
 */
export function isForField(event: { isComposing?: boolean; keyCode?: number; target: unknown }): boolean {
  const field = event.target as { type?: string; value?: string } | null;
  return isComposing(event) || (field?.type === 'search' && field.value !== '');
}
