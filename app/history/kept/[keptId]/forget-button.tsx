'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { notify } from '@/app/ui/notify';

/** Removes an imported scorecard from the history. The person still has the file. */
export function ForgetButton({ keptId }: { keptId: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const forget = async () => {
    setPending(true);
    const answer = await post(`/api/scorecards/kept/${keptId}`, {}, 'DELETE');
    if (answer.ok) return router.push('/history');
    setPending(false);
    await notify(answer.message, { failed: true });
  };
  return (
    <Button size="sm" variant="quiet" pending={pending} onClick={forget}>
      Delete from my history
    </Button>
  );
}
