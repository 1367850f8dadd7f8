import { cache } from 'react';

/** The time of this request, the same in its whole page. Milliseconds since 1970. */
export const requestTime = cache(() => Date.now());
