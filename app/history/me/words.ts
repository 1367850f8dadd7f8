import { plural } from '@/app/ui/format';
import type { AboutMe } from '@/server/protocol/history';

/** A smaller difference from the others (points) would not show again in the next round. */
const ALIKE = 0.25;

const points = (difference: number) => Math.abs(difference).toFixed(1);

/** How strictly somebody rates, or how many ratings are missing before we can say. */
export function severityInWords({ shared, needed, difference }: AboutMe['severity']): string {
  if (difference === null)
    return shared === 0
      ? `You haven’t rated a question together with others yet. After ${needed}, this says how strict you are.`
      : `You have rated ${plural(shared, 'question')} together with others. After ${needed}, this says how strict you are; before that, it would mostly reflect chance.`;
  const over = `over ${plural(shared, 'question')} that others rated too`;
  if (Math.abs(difference) < ALIKE) return `You rate like the others on your panels, ${over}.`;
  return difference < 0
    ? `You rate ${points(difference)} lower than the others on your panels, ${over}.`
    : `You rate ${points(difference)} higher than the others on your panels, ${over}.`;
}

/** Null for somebody who has rated nothing on a panel. */
export function movedInWords({ times, asks }: AboutMe['moved']): string | null {
  if (asks === 0) return null;
  return `After talking you changed ${times === 0 ? 'none' : times} of ${plural(asks, 'rating')}.`;
}

/** Why there is nothing to practise. */
export function nothingToPractise({ rounds, rated }: AboutMe['inSeat']): { title: string; children: string } {
  if (rounds === 0)
    return { title: 'Nothing yet', children: 'Your first round in the hot seat shows where to begin.' };
  if (rated === 0)
    return {
      title: 'No ratings to go by',
      children: `You had the hot seat in ${plural(rounds, 'round')}, but have no ratings from your panels. In a led room the host chooses whether you see them.`,
    };
  return {
    title: 'Nothing fell behind',
    children: 'No competency is below 4.0 in your latest rounds. Try harder questions, or less time.',
  };
}

/** What the warm-ups together say about somebody's scale. */
export function driftInWords(warmUps: AboutMe['drift']): string {
  if (warmUps.length === 0)
    return 'Warm up before a led round, or calibrate alone, and this shows how your scale compares with the pack’s, over time.';
  const samples = warmUps.reduce((sum, warmUp) => sum + warmUp.samples, 0);
  const mean = warmUps.reduce((sum, warmUp) => sum + warmUp.difference * warmUp.samples, 0) / samples;
  const from = `over ${plural(samples, 'sample answer')} in ${plural(warmUps.length, 'warm-up')}`;
  if (Math.abs(mean) < ALIKE) return `You rate sample answers as their packs do, ${from}.`;
  return `You rate sample answers ${points(mean)} ${mean > 0 ? 'higher' : 'lower'} than their packs, ${from}.`;
}

/** What the newest rounds together say about how somebody rates themselves. */
export function calibrationInWords(rounds: AboutMe['calibration']): string {
  if (rounds.length === 0)
    return 'Rate yourself in the green room, and this shows how your view compares with the panel’s.';
  const asks = rounds.reduce((sum, round) => sum + round.asks, 0);
  const mean = rounds.reduce((sum, round) => sum + round.difference * round.asks, 0) / asks;
  const from = `over ${plural(asks, 'question')} in ${plural(rounds.length, 'round')}`;
  const lately = latelyInWords(rounds);
  if (Math.abs(mean) < ALIKE) return `You see your answers much as the panel does, ${from}.${lately}`;
  return mean > 0
    ? `You rate yourself ${points(mean)} above the panel, ${from}. Look at what the panel missed.${lately}`
    : `You rate yourself ${points(mean)} below the panel, ${from}. Your answers are better than you think.${lately}`;
}

/** Fewer rounds than this have no earlier and later half to compare. */
const ENOUGH = 6;

function latelyInWords(rounds: AboutMe['calibration']): string {
  if (rounds.length < ENOUGH) return '';
  const half = Math.floor(rounds.length / 2);
  const apart = (some: AboutMe['calibration']) =>
    some.reduce((sum, { difference }) => sum + Math.abs(difference), 0) / some.length;
  const change = apart(rounds.slice(-half)) - apart(rounds.slice(0, half));
  if (Math.abs(change) < ALIKE) return '';
  return change < 0
    ? ' Lately you are closer to the panel than you were.'
    : ' Lately you are further from the panel than you were.';
}
