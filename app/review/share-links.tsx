'use client';

import { useEffect, useRef, useState } from 'react';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { Field } from '@/app/ui/field';
import { moment, plural } from '@/app/ui/format';
import { Input, Select } from '@/app/ui/input';
import { Switch } from '@/app/ui/switch';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { ShareLink } from '@/server/protocol/taking-away';
import { LIMITS } from '@/server/protocol/words';
import { useShares } from './use-shares';

const DAYS = [1, 7, 30, 90];

/** Makes a link, and lists those that there are, with how often each was opened. */
export function ShareLinks({ roomId, roundId }: { roomId: string; roundId: string }) {
  const { links, problem, made, make, revoke } = useShares(roomId, roundId);
  const [names, setNames] = useState(false);
  const [days, setDays] = useState(7);
  const [label, setLabel] = useState('');
  const [pending, setPending] = useState(false);
  const press = async () => {
    setPending(true);
    if (await make({ names, days, label })) setLabel('');
    setPending(false);
  };
  return (
    <div className="flex flex-col gap-5">
      <Switch
        label="With names"
        hint="Off: people are called Candidate and Panelist 1. Notes and other texts may still name somebody."
        checked={names}
        onChange={(event) => setNames(event.target.checked)}
      />
      <Field label="Works for">
        {(control) => (
          <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {plural(count, 'day')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Name of the link (optional)" hint="Such as “for Maria”. Only you see it.">
        {(control) => (
          <Input
            {...control}
            value={label}
            maxLength={LIMITS.shareLabel}
            autoComplete="off"
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </Field>
      <Button variant="primary" pending={pending} onClick={press} className="self-start">
        Make a link
      </Button>
      {made ? <NewLink key={made} url={made} /> : null}
      {problem ? <p role="alert">{problem}</p> : null}
      {links && links.length > 0 ? <Links links={links} onRevoke={revoke} /> : null}
    </div>
  );
}

/** It takes the focus, with its text selected. */
function NewLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    announce('Link made. Copy it now: it is not shown again.');
  }, []);
  return (
    <Field label="Your new link" hint="Copy it now. It is not shown again.">
      {(control) => (
        <span className="flex gap-2">
          <Input {...control} ref={field} readOnly value={url} onFocus={(event) => event.target.select()} />
          <CopyButton text={url} label="Copy link" />
        </span>
      )}
    </Field>
  );
}

type LinksProps = { links: readonly ShareLink[]; onRevoke: (shareId: string) => Promise<void> };

function Links({ links, onRevoke }: LinksProps) {
  const timeZone = useTimeZone();
  const [now] = useState(() => Date.now());
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });
  return (
    <section aria-labelledby="share-links">
      <h3 id="share-links" className="kicker">
        Your links
      </h3>
      <ul className="divide-y divide-line">
        {links.map(({ shareId, names, label, createdAt, expiresAt, state, openings }) => {
          const made = `made ${moment(createdAt, now, timeZone)}`;
          const what = `${names ? 'with' : 'without'} names, opened ${plural(openings, 'time')}`;
          return (
            <li key={shareId} className="flex items-center justify-between gap-4 py-2 text-sm">
              <span className="min-w-0">
                {label ? <span className="wrap-anywhere block font-medium">{label}</span> : null}
                <span className="block first-letter:uppercase">{made}</span>
                <span className="block text-ink-soft">
                  {what}
                  {', '}
                  {state === 'revoked'
                    ? 'revoked'
                    : `${state === 'expired' ? 'expired' : 'expires'} ${day.format(expiresAt)}`}
                </span>
              </span>
              {state === 'live' ? (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Revoke the link ${label ? `“${label}”, ` : ''}${made}, ${what}`}
                  onClick={() => void onRevoke(shareId)}
                >
                  Revoke
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
