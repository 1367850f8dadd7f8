import { plural } from '@/app/ui/format';

/** Scorecards that an address names and its reader may not see, or that are gone: the same words whatever the reason. */
export function LeftOut({ count, className }: { count: number; className?: string }) {
  if (count === 0) return null;
  return (
    <p role="status" className={className}>
      {plural(count, 'scorecard')} that you chose {count === 1 ? 'is' : 'are'} not open to you, so{' '}
      {count === 1 ? 'it is' : 'they are'} not here. {count === 1 ? 'It' : 'They'} may have been withdrawn.
    </p>
  );
}
