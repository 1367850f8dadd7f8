'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { messageDraft } from '@/app/live/drafts';
import { useDraft, useLive, usePanel, useSend } from '@/app/live/use-room';
import { isComposing } from '@/app/ui/chord';
import { Counted } from '@/app/ui/counted';
import { Input } from '@/app/ui/input';
import { inOrder } from '@/server/protocol/in-order';
import { LIMITS } from '@/server/protocol/words';
import { useCalled } from './use-everybody';

/** Its messages, those on their way, and the field for one's own. */
export function OpenChannel({ roundId }: { roundId: string }) {
  const messages = usePanel((view) => inOrder(view.channel.messages));
  const pending = useLive((state) => state.pending);
  const [text, setText] = useDraft(messageDraft);
  const send = useSend();
  const called = useCalled();
  const end = useRef<HTMLLIElement>(null);
  const unsent = pending.flatMap(({ commandId, command }) =>
    command.type === 'SendMessage' ? [{ id: commandId, text: command.text }] : [],
  );
  const count = messages.length + unsent.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const submit = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || text.trim() === '') return;
    event.preventDefault();
    if (text.trim().length > LIMITS.message) return;
    setText('');
    void send({ type: 'SendMessage', roundId, text: text.trim() });
  };
  return (
    <>
      <ol aria-label="Messages" className="scroll-y relative flex min-h-24 flex-1 flex-col gap-1.5 px-4 pb-2">
        {count === 0 ? (
          <li className="text-ink-soft text-sm">Messages for the panel. The candidate never sees them.</li>
        ) : null}
        {messages.map((message) => (
          <li key={message.id} className="wrap-anywhere text-sm">
            <span className="font-medium">{called(message.memberId, message.name)}</span> {message.text}
          </li>
        ))}
        {unsent.map((message) => (
          <li key={message.id} className="wrap-anywhere text-ink-soft text-sm">
            {message.text} · sending
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      <div className="shrink-0 px-4 pb-3">
        <Input
          aria-label="Message to the panel. Enter sends it."
          placeholder="To the panel"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={submit}
          className="text-sm"
        />
        <Counted text={text} limit={LIMITS.message} />
      </div>
    </>
  );
}
