'use client';

import { useState } from 'react';
import { useMine, useOnline, useSend } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { Counted } from '@/app/ui/counted';
import { Input } from '@/app/ui/input';
import type { Pointer } from '@/server/protocol/code';
import { CODE_LIMITS } from '@/server/protocol/words';
import { linesInWords } from '@/server/room/rules';
import { useSelected } from './looking';

interface Props {
  askId: string;
  pointers: readonly Pointer[];
}

/** Shows the selected lines, with a short comment, to the panel or to everyone. */
export function PointForm({ askId, pointers }: Props) {
  const send = useSend();
  const selected = useSelected(askId);
  const isOnline = useOnline();
  const me = useMine((mine) => mine.memberId);
  const [text, setText] = useState('');
  const point = async (to: Pointer['to']) => {
    if (!selected || text.trim().length > CODE_LIMITS.pointer) return;
    const ack = await send({ type: 'PointAt', askId, ...selected, text: text.trim(), to });
    if (ack.ok) setText('');
  };
  const mine = pointers.filter(({ memberId }) => memberId === me);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Input
        aria-label="Comment on the selected lines"
        placeholder={
          selected ? `Comment on ${linesInWords(selected.lines)}` : 'Select lines, or press their numbers'
        }
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="basis-full"
      />
      <div className="basis-full empty:hidden">
        <Counted text={text} limit={CODE_LIMITS.pointer} />
      </div>
      <Button size="sm" disabled={!selected || !isOnline} onClick={() => void point('panel')}>
        Point for the panel
      </Button>
      <Button size="sm" disabled={!selected || !isOnline} onClick={() => void point('everyone')}>
        Point for everyone
      </Button>
      {mine.map(({ to }) => (
        <Button
          key={to}
          variant="quiet"
          size="sm"
          onClick={() => void send({ type: 'ClearPoint', askId, to })}
        >
          {to === 'panel' ? 'Stop pointing for the panel' : 'Stop pointing for everyone'}
        </Button>
      ))}
    </div>
  );
}
