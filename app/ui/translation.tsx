'use client';

import { surviveTranslation } from './translated';

// Before React touches the page for the first time, so not in an effect.
if (typeof document !== 'undefined') surviveTranslation();

/** Its code alone is wanted: pages go on while the browser translates them. */
export function Translation(): null {
  return null;
}
