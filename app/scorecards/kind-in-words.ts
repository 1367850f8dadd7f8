import type { Scorecard } from '@/server/protocol/scorecard';

/** What kind of round it was: nobody takes one that was made up, or rated by oneself, for a panel’s. */
export function kindInWords({ room, round }: Pick<Scorecard, 'room' | 'round'>, yours: boolean): string {
  if (room.format === 'alone') return `practised alone, rated by ${yours ? 'yourself' : 'themselves'}`;
  if (room.format === 'simulated') return 'simulated, made up to show how a panel works';
  return room.format === 'peer' ? `peer panel, round ${round.no}` : 'led panel';
}
