import type { Format, Role } from '@/server/protocol/words';

/** The role behind a link, and what the person will do. */
export function roleWords(role: Role, format: Format): { seat: string; what: string } {
  switch (role) {
    case 'candidate':
      return {
        seat: 'You take the hot seat',
        what: 'The panel asks and you answer. You see each question and the time you have, and no scores while you speak.',
      };
    case 'observer':
      return {
        seat: 'You observe',
        what: 'You see what the panel sees and may rate for practice. Your ratings don’t count.',
      };
    case 'panelist':
      return format === 'peer'
        ? {
            seat: 'You take turns in the hot seat',
            what: 'Everybody is interviewed once, and rates the others. Nobody hears a question twice.',
          }
        : {
            seat: 'You are on the panel',
            what: 'You ask, listen, and rate on your own. Ratings open together.',
          };
  }
}
