import type { Instrumentation } from 'next';
import { doorway } from '@/server/doorway';

/**
 * Next keeps what went wrong in a page to itself: its digest, which the person sees, goes to the log with the cause. Of the
 * address only the pattern is logged: the token of a link would let in anybody who reads the log.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  doorway().failed(error, routePath);
};
