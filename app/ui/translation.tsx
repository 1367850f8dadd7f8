'use client';

import { surviveTranslation } from './translated';

// Must run before React first touches the page, so it is not in an effect.
if (typeof document !== 'undefined') surviveTranslation();

/** Loads only the code that keeps pages working while the browser translates them. */
export function Translation(): null {
  return null;
}
