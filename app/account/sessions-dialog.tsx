'use client';

import { Badge } from '@/app/ui/badge';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { moment } from '@/app/ui/format';
import { SkeletonLines } from '@/app/ui/skeleton';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { KeptSession } from '@/server/protocol/sessions';
import { useSessions } from './use-sessions';

interface SessionsDialogProps {
  open: boolean;
  onClose: () => void;
}

/** Where a person is signed in. They can end one session, or all others. */
export function SessionsDialog({ open, onClose }: SessionsDialogProps) {
  const { found, problem, ending, end, endOthers } = useSessions(open);
  const others = found?.sessions.some(({ current }) => !current) ?? false;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Where you’re signed in"
      description="Sign out any browser that you no longer use or don’t recognise. Its pages are signed out at once."
      footer={
        <>
          {others ? (
            <Button variant="danger" pending={ending === 'others'} onClick={() => void endOthers()}>
              Sign out all others
            </Button>
          ) : null}
          <DialogClose>
            <Button>Done</Button>
          </DialogClose>
        </>
      }
    >
      {problem ? (
        <p role="alert" className="mb-3 rounded bg-sunken px-4 py-3 text-sm">
          {problem}
        </p>
      ) : null}
      {found ? (
        <ul aria-label="Sessions" className="divide-y divide-line">
          {found.sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              now={found.at}
              pending={ending === session.id}
              onEnd={() => void end(session.id)}
            />
          ))}
        </ul>
      ) : (
        <SkeletonLines lines={problem ? 1 : 3} />
      )}
    </Dialog>
  );
}

interface SessionRowProps {
  session: KeptSession;
  /** Milliseconds since 1970. */
  now: number;
  pending: boolean;
  onEnd: () => void;
}

function SessionRow({ session, now, pending, onEnd }: SessionRowProps) {
  const timeZone = useTimeZone();
  const device = session.device ?? 'A browser';
  const since = moment(session.since, now, timeZone);
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {session.current ? <Badge>This one</Badge> : null}
        </p>
        <p className="text-ink-soft text-sm">
          Signed in {since}
          {session.current ? '' : `, last seen ${moment(session.seen, now, timeZone)}`}
        </p>
      </div>
      {session.current ? null : (
        <Button
          size="sm"
          pending={pending}
          onClick={onEnd}
          aria-label={`Sign out ${device}, signed in ${since}`}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
