'use client';

import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import { useEffect, useState } from 'react';
import { useDraft, useMine, usePanel } from '@/app/live/use-room';
import { Badge } from '@/app/ui/badge';
import { onDemand } from '@/app/ui/on-demand';
import { whenIdle } from '@/app/ui/when-idle';
import { inOrder } from '@/server/protocol/in-order';

const OpenChannel = onDemand(() => import('./open-channel').then((part) => part.OpenChannel));

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
  useEffect(() => whenIdle(() => void OpenChannel.ahead()), []);
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
