import type { VerdictsSlice } from '@/server/protocol/view-judging';

type Counts = Pick<NonNullable<VerdictsSlice>, 'in' | 'of' | 'excused'>;

/** Whether one more excuse may leave no verdict missing, so that all of them open. */
export function opensByExcuse({ in: given, of, excused }: Counts): boolean {
  return given > 0 && given + excused.length + 1 >= of;
}

/** What the host is asked before it. */
export function excuseWords(name: string, { in: given, of }: Counts) {
  return {
    title: `Open the verdicts without ${name}’s?`,
    text: `${given} of ${of} verdicts are in. If you excuse ${name} and no other verdict is missing, all verdicts open at once, and ${name} can no longer give one. Open verdicts stay open.`,
    wait: 'Wait for it',
    go: 'Excuse and open',
  };
}
