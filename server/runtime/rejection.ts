import { REJECTIONS, type RejectionCode } from '../protocol/rejections';

/** A no, with its stable code and a sentence for the person. */
export interface Rejection {
  ok: false;
  code: RejectionCode;
  message: string;
  /** Where the log says why. It goes to whoever asks by a form, and never over a room's line. */
  reference?: string;
}

/** With the code's own sentence, when there is nothing better to say. */
export function reject(code: RejectionCode, message: string = REJECTIONS[code]): Rejection {
  return { ok: false, code, message };
}
