'use client';

import { useBank } from '@/app/live/use-bank';
import { Button } from '@/app/ui/button';
import { SkeletonLines } from '@/app/ui/skeleton';

/** Shown instead of the bank while it is loading or could not be loaded. */
export function BankNotice({ className }: { className?: string }) {
  const { failed, retry } = useBank();
  return (
    <div className={className}>
      {failed ? (
        <div role="status" className="flex flex-wrap items-center gap-3 text-sm">
          <p className="flex-1">The questions could not be loaded.</p>
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : (
        <SkeletonLines lines={4} />
      )}
    </div>
  );
}
