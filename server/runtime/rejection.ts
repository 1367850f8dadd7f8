import { REJECTIONS, type RejectionCode } from '../protocol/rejections';

/** A rejection with its stable code and a sentence for the person. */
export interface Rejection {
  ok: false;
  code: RejectionCode;
  message: string;
  /** The reference to the reason in the log, of what went wrong here. */
  reference?: string;
}

/** By default with the code's own sentence. */
export function reject(code: RejectionCode, message: string = REJECTIONS[code]): Rejection {
  return { ok: false, code, message };
}

/** The rejection of what went wrong here. People read the reference to whoever runs the server. */
export function rejectWith(code: 'unavailable' | 'failed', reference: string): Rejection {
  const message = code === 'failed' ? `${REJECTIONS.failed} Reference ${reference}.` : REJECTIONS[code];
  return { ...reject(code, message), reference };
}
