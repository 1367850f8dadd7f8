import { REJECTIONS, type RejectionCode } from '../protocol/rejections';

/** A rejection with its stable code and a sentence for the person. */
export interface Rejection {
  ok: false;
  code: RejectionCode;
  message: string;
  /** The reference to the reason in the log. Forms get it, but connections to rooms never do. */
  reference?: string;
}

/** By default with the code's own sentence. */
export function reject(code: RejectionCode, message: string = REJECTIONS[code]): Rejection {
  return { ok: false, code, message };
}
