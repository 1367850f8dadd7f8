import { cache } from 'react';

/** When this request is answered, the same in all of its page. Milliseconds since 1970. */
export const requestTime = cache(() => Date.now());
