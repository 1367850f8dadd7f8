import type { Instrumentation } from 'next';
import { doorway } from '@/server/doorway';

/** Next keeps what went wrong in a page to itself: its digest, which the person sees, goes to the log with the cause. */
export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  doorway().failed(error, loggable(request.path));
};

/** The token of an invite lies in the address of its page: whoever reads the log must not come in by it. */
function loggable(path: string): string {
  return (path.split('?', 1)[0] ?? '').replace(/^\/join\/.+/, '/join/…');
}
