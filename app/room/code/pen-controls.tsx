'use client';

import { useOnline, usePanel, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/input';
import { inOrder } from '@/server/protocol/in-order';

/** The host hands the right to write to a panelist, and takes it back. */
export function PenControls({ askId, pen }: { askId: string; pen: string | null }) {
  const send = useSend();
  const isOnline = useOnline();
  const candidateId = usePanel((view) => view.round?.candidateId ?? null);
  const { members } = usePanel((view) => view.roster);
  const panelists = inOrder(members).filter(({ id, role }) => role === 'panelist' && id !== candidateId);
  if (pen)
    return (
      <Button size="sm" disabled={!isOnline} onClick={() => void send({ type: 'TakePen', askId })}>
        Take the pen back
      </Button>
    );
  return (
    <Select
      aria-label="Hand the pen to"
      value=""
      disabled={!isOnline}
      onChange={({ target }) => void send({ type: 'HandPen', askId, memberId: target.value })}
    >
      <option value="" disabled>
        Hand the pen to…
      </option>
      {panelists.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
