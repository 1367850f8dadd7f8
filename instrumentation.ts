import type { Instrumentation } from 'next';
import { doorway } from '@/server/doorway';

/** Next keeps what went wrong in a page to itself: its digest, which the person sees, goes to the log with the cause. */
export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  doorway().failed(error, request.path.split('?', 1)[0] ?? '');
};
