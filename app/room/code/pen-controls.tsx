'use client';

import { type FormEvent, useState } from 'react';
import { useOnline, usePanel, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/input';
import { inOrder } from '@/server/protocol/in-order';

/** The host hands the right to write to a panelist, and takes it back with the same button, so that the focus remains. */
export function PenControls({ askId, pen }: { askId: string; pen: string | null }) {
  const send = useSend();
  const isOnline = useOnline();
  const candidateId = usePanel((view) => view.round?.candidateId ?? null);
  const { members } = usePanel((view) => view.roster);
  const [chosen, choose] = useState('');
  const panelists = inOrder(members).filter(({ id, role }) => role === 'panelist' && id !== candidateId);
  const taker = panelists.find(({ id }) => id === chosen)?.id ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pen) void send({ type: 'TakePen', askId });
    else if (taker) void send({ type: 'HandPen', askId, memberId: taker });
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      {pen ? null : (
        <Select
          aria-label="Hand the pen to"
          value={taker}
          disabled={!isOnline}
          onChange={({ target }) => choose(target.value)}
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
      )}
      <Button type="submit" size="sm" aria-disabled={!isOnline || (!pen && !taker) || undefined}>
        {pen ? 'Take the pen back' : 'Hand over'}
      </Button>
    </form>
  );
}
