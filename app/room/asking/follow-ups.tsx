'use client';

import Check from 'lucide-react/icons/check';
import { useOnline, useSend } from '@/app/live/use-room';
import { type PackItem, useIsObserver } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { PackText } from '@/app/ui/pack-text';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { PanelAsk } from '@/server/protocol/view-asking';

interface Props {
  ask: PanelAsk | null;
  item: PackItem;
  live: boolean;
}

/** Questions that go deeper. Each can be pushed under the prompt. */
export function FollowUps({ ask, item, live }: Props) {
  const send = useSend();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  return (
    <section aria-labelledby="follow-ups">
      <PanelHeading id="follow-ups" level={3}>
        Follow-ups
      </PanelHeading>
      <ul>
        {item.followUps.map((followUp) => {
          const pushed = ask?.pushedFollowUps.includes(followUp.id) ?? false;
          const pushedId = `pushed/${followUp.id}`;
          return (
            <li key={followUp.id} className="flex items-center gap-3 py-0.5">
              <p className="min-w-0 flex-1 text-wrap text-sm leading-4.5">
                <PackText>{followUp.text}</PackText>
                {followUp.when ? (
                  <span className="text-ink-soft">
                    {' '}
                    · <PackText>{followUp.when}</PackText>
                  </span>
                ) : null}
              </p>
              {pushed ? (
                <span
                  id={pushedId}
                  tabIndex={-1}
                  className="flex min-h-(--control-sm) items-center gap-1.5 rounded px-3 text-ink-soft text-sm"
                >
                  <Check size={14} aria-hidden="true" />
                  pushed
                </span>
              ) : ask && live && !isObserver ? (
                <Button
                  size="sm"
                  disabled={!isOnline}
                  aria-label={`Push: ${followUp.text}`}
                  // The focus must not move to the next button: a second press would push that too.
                  data-heir={pushedId}
                  onClick={() =>
                    void send({ type: 'PushFollowUp', askId: ask.askId, followUpId: followUp.id })
                  }
                >
                  Push
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
