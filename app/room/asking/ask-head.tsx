'use client';

import { clsx } from 'clsx';
import { headingOf, headingWords } from '@/app/agenda/heading';
import { useBank } from '@/app/live/use-bank';
import { useMine, useOnline, usePanel, useSend } from '@/app/live/use-room';
import { PushButtons, PushWaysTold } from '@/app/room/agenda/push-buttons';
import { modeInWords } from '@/app/room/agenda/push-ways';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { type Shown, useIsObserver, useNameOf } from '@/app/room/shell/use-panel-room';
import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { PackText } from '@/app/ui/pack-text';
import { ownOf } from '@/server/protocol/in-order';

const GONE = { skipped: 'Skipped', withdrawn: 'Withdrawn', closed: 'Asked', live: 'Live' } as const;

/** Characters; a longer prompt is set smaller, so that its ledger stays visible. */
const LONG = 170;

/** Competency, who asked, the prompt, and, if it is not live, a button that makes it live. */
export function AskHead({ ask, item, live }: Shown) {
  const { bank } = useBank();
  const liveAskId = usePanel((view) => view.asks.liveAskId);
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  const mode = usePanel((view) => ownOf(view.codes.asks, ask?.askId)?.mode ?? null);
  const nameOf = useNameOf();
  const me = useMine((mine) => mine.memberId);
  const send = useSend();
  const isObserver = useIsObserver();
  const isOnline = useOnline();
  const { replayed, select } = usePanelUi();
  const text = item?.prompt ?? ask?.text ?? '';
  return (
    <header className="flex flex-col gap-1">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="kicker">
          {ask ? headingWords(ask.kind, ask.group) : headingOf(item, bank?.groups ?? [])}
        </h2>
        {live ? null : <Badge tone="soft">{ask ? GONE[ask.status] : 'Not asked yet'}</Badge>}
        {item?.level ? <Badge>{item.level}</Badge> : null}
        {ask && mode ? <Badge tone="soft">{modeInWords(mode, ask.itemId)}</Badge> : null}
        {ask ? (
          <span className="ml-auto truncate text-ink-soft text-sm">
            asked by {ask.askedBy === me ? 'you' : nameOf(ask.askedBy)}
          </span>
        ) : null}
      </div>
      <p
        className={clsx(
          'max-w-prompt-wide font-semibold',
          live && 'animate-arrive',
          live && text.length <= LONG ? 'text-2xl leading-7.5' : 'text-xl',
        )}
      >
        <PackText>{text}</PackText>
      </p>
      {live || replayed ? null : (
        <div className="flex flex-wrap gap-2 pt-1">
          {isObserver || !isAsking ? null : ask ? (
            <Button
              variant={liveAskId === null ? 'primary' : 'plain'}
              disabled={!isOnline}
              onClick={() => {
                select(null);
                void send({ type: 'ReturnToAsk', askId: ask.askId });
              }}
            >
              Return to this question
            </Button>
          ) : (
            <PushButtons
              variant={liveAskId === null ? 'primary' : 'plain'}
              itemId={item.id}
              item={item}
              label="Push to candidate"
            />
          )}
          {liveAskId === null ? (
            <Button variant="quiet" onClick={() => select(null)}>
              Close
            </Button>
          ) : null}
          {isObserver || !isAsking || ask ? null : <PushWaysTold item={item} />}
        </div>
      )}
    </header>
  );
}
