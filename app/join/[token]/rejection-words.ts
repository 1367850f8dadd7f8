import { REJECTIONS, type RejectionCode } from '@/server/protocol/rejections';

/** A heading and a sentence for a person whose link does not work. */
export function rejectionWords(code: RejectionCode): { title: string; text: string } {
  switch (code) {
    case 'invite-expired':
      return {
        title: 'This link has expired',
        text: 'Invite links last for a limited time. Ask the host for a new one; it takes them a moment.',
      };
    case 'invite-revoked':
      return {
        title: 'This link was turned off',
        text: 'The host turned it off, or made a newer one. Ask them for the link that works now.',
      };
    case 'invite-unknown':
      return {
        title: 'We don’t know this link',
        text: 'Part of it may be missing. Copy the whole link again, or type the code of 12 letters and digits.',
      };
    case 'removed':
      return {
        title: 'The host removed you from this room',
        text: 'If that was a mistake, tell them: they can let you back in.',
      };
    case 'link-used-up':
      return {
        title: 'This link is used up',
        text: 'Many people have used it. Ask the host for a new one; it takes them a moment.',
      };
    case 'room-full':
      return {
        title: 'This room is full',
        text: 'Every place is taken. Ask the host to make space, then open the link again.',
      };
    case 'room-ended':
      return {
        title: 'This panel is over',
        text: 'The room has ended. If you were in it, its scorecards are in your history.',
      };
    default:
      return { title: 'This link isn’t working right now', text: REJECTIONS[code] };
  }
}
