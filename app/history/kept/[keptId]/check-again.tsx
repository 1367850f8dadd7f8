'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask } from '@/app/http';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';
import type { Signature } from '@/server/protocol/scorecard-file';

/** Asks the issuer again whether it signed the scorecard. */
export function CheckAgain({ keptId }: { keptId: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const check = async () => {
    setPending(true);
    const answer = await ask<Signature>('POST', `/api/scorecards/kept/${keptId}`);
    setPending(false);
    if (!answer.ok) return notify(answer.message, { failed: true });
    if (answer.value === 'unknown') return notify('Still unknown: nobody could say who signed it.');
    router.refresh();
  };
  return (
    <Button size="sm" variant="quiet" pending={pending} onClick={check}>
      Check again
    </Button>
  );
}
