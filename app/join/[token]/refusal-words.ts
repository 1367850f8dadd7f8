import { REJECTIONS, type RejectionCode } from '@/server/protocol/rejections';

/** A heading and a sentence for somebody whose link does not lead in. */
export function refusalWords(code: RejectionCode): { title: string; text: string } {
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
        title: 'We do not know this link',
        text: 'Some of it may be missing. Copy the whole link once more, or type the code of 12 letters and digits.',
      };
    case 'removed':
      return {
        title: 'You cannot come back into this room',
        text: 'The host took you out of it. If that was a mistake, talk to them outside Hotseat.',
      };
    case 'room-full':
      return {
        title: 'This room is full',
        text: 'Every place is taken. Ask the host to make room, then open the link again.',
      };
    case 'seat-taken':
      return {
        title: 'The hot seat is taken',
        text: 'This link is for the candidate, and the room has one. Ask the host whether you were sent the right link.',
      };
    case 'room-ended':
      return {
        title: 'This panel is over',
        text: 'The room has ended. If you were in it, its scorecards are in your history.',
      };
    default:
      return { title: 'This link does not work just now', text: REJECTIONS[code] };
  }
}
