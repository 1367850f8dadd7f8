'use client';

import Check from 'lucide-react/icons/check';
import { useMine, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';

/** Says that a person is ready, or no longer. It is ember only while they are not. */
export function ReadySwitch({ primary }: { primary: boolean }) {
  const send = useSend();
  const ready = useMine((mine) => mine.ready) ?? false;
  return (
    <Button
      size="lg"
      variant={primary && !ready ? 'primary' : 'plain'}
      aria-pressed={ready}
      onClick={() => void send({ type: 'SetReady', ready: !ready })}
    >
      {ready ? <Check size={18} aria-hidden="true" /> : null}I am ready
    </Button>
  );
}
