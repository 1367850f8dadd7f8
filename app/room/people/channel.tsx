'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { messageDraft } from '@/app/live/drafts';
import { useDraft, useLive, useMine, usePanel, useSend } from '@/app/live/use-room';
import { Badge } from '@/app/ui/badge';
import { isComposing } from '@/app/ui/chord';
import { Counted } from '@/app/ui/counted';
import { Input } from '@/app/ui/input';
import { inOrder } from '@/server/protocol/in-order';
import { LIMITS } from '@/server/protocol/words';

/** The panel's side channel. The candidate never learns that it exists. */
export function Channel() {
  const messages = usePanel((view) => inOrder(view.channel.messages));
  const roundId = usePanel((view) => view.round?.roundId ?? '');
  const me = useMine((mine) => mine.memberId);
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useDraft(`seen/${roundId}`);
  const unread = isOpen
    ? 0
    : messages.slice(Number(seen)).filter((message) => message.memberId !== me).length;
  const count = messages.length;
  useEffect(() => {
    if (isOpen && count > Number(seen)) setSeen(String(count));
  }, [isOpen, count, seen, setSeen]);
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section
      aria-labelledby="channel"
      className="mt-auto flex max-h-[45%] min-h-11 flex-col border-line border-t"
    >
      <h2 id="channel" className="contents">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="kicker flex min-h-11 shrink-0 items-center gap-2 px-4 focus-visible:-outline-offset-2"
        >
          Panel channel
          {unread > 0 ? <Badge tone="soft">{unread} new</Badge> : null}
          <Chevron size={16} aria-hidden="true" className="ml-auto" />
        </button>
      </h2>
      {isOpen ? <OpenChannel roundId={roundId} /> : null}
    </section>
  );
}

function OpenChannel({ roundId }: { roundId: string }) {
  const messages = usePanel((view) => inOrder(view.channel.messages));
  const pending = useLive((state) => state.pending);
  const [text, setText] = useDraft(messageDraft);
  const send = useSend();
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
            <span className="font-medium">{message.name}</span> {message.text}
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
