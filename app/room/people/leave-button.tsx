'use client';

import type { ReactNode } from 'react';
import { useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';

/** Leaves the room. The invite link leads back in for as long as it works. */
export function LeaveButton({ children }: { children: ReactNode }) {
  const send = useSend();
  return (
    <Button variant="quiet" size="sm" onClick={() => void send({ type: 'LeaveRoom' })}>
      {children}
    </Button>
  );
}
