import type { Signature } from '@/server/protocol/scorecard-file';

/** What the signature of a scorecard from a file says. */
export const SIGNATURE_WORDS: Record<Signature, string> = {
  verified: 'Verified: this is what that server signed.',
  changed: 'Changed: this is not what that server signed. Somebody edited the file.',
  unknown: 'Unknown: nobody could say whether that server signed it.',
};
