import { plural } from '@/app/ui/format';

/** What the host is asked before a reveal. The last rating may arrive while they read. */
export function earlyWords({ rated, of }: { rated: number; of: number }) {
  if (rated >= of)
    return {
      title: 'Everyone has rated',
      text: 'The reveal shows the panel all ratings.',
      wait: 'Not yet',
      go: 'Reveal',
    };
  return {
    title: `Reveal without ${plural(of - rated, 'rating')}?`,
    text: `${rated} of ${of} have rated. After the reveal the others can only rate again, having seen everyone’s ratings.`,
    wait: 'Wait for them',
    go: `Reveal ${plural(rated, 'rating')}`,
  };
}
