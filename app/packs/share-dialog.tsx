'use client';

import { useEffect, useState } from 'react';
import { type Answer, ask, post } from '@/app/http';
import { Button } from '@/app/ui/button';
import { CopyButton } from '@/app/ui/copy-button';
import { Dialog } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { SkeletonLines } from '@/app/ui/skeleton';
import type { PackLink } from '@/server/protocol/pack-library';

interface ShareDialogProps {
  packId: string;
  name: string;
  open: boolean;
  onClose: () => void;
}

/** The link by which a teammate gets a copy of a pack: made, copied, replaced, turned off. */
export function ShareDialog({ packId, name, open, onClose }: ShareDialogProps) {
  const [link, setLink] = useState<PackLink | null | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const path = `/api/packs/${packId}/link`;

  useEffect(() => {
    if (!open) return;
    let left = false;
    setProblem(null);
    void ask<PackLink | null>('GET', path).then((answer) => {
      if (left) return;
      if (answer.ok) setLink(answer.value);
      else setProblem(answer.message);
    });
    return () => {
      left = true;
    };
  }, [open, path]);

  async function change(asked: Promise<Answer<PackLink | null>>) {
    setPending(true);
    setProblem(null);
    const answer = await asked;
    setPending(false);
    if (answer.ok) setLink(answer.value);
    else setProblem(answer.message);
  }
  const make = () => void change(post<PackLink>(path, {}));
  const turnOff = () => void change(post<null>(path, {}, 'DELETE'));

  return (
    <Dialog
      title={`Share ${name}`}
      description="Anyone with the link gets their own copy. What either of you changes later stays with them."
      open={open}
      onClose={onClose}
    >
      {link === undefined && problem === null ? (
        <div role="status" aria-label="Looking for a link">
          <SkeletonLines lines={2} />
        </div>
      ) : null}
      {link === null ? (
        <Button variant="primary" pending={pending} onClick={make}>
          Make a link
        </Button>
      ) : null}
      {link ? (
        <div className="flex flex-col gap-3">
          {link.token === null ? (
            <p className="text-sm">
              A link is on, but it can no longer be shown. Replace it, or turn it off.
            </p>
          ) : (
            <Field label="Link">
              {(control) => (
                <Input
                  {...control}
                  readOnly
                  value={urlOf(link.token ?? '')}
                  onFocus={({ target }) => target.select()}
                />
              )}
            </Field>
          )}
          <div className="flex flex-wrap gap-2">
            {link.token === null ? null : (
              <CopyButton variant="primary" text={urlOf(link.token)} label="Copy link" />
            )}
            <Button pending={pending} onClick={make}>
              Replace with a new link
            </Button>
            <Button pending={pending} onClick={turnOff}>
              Turn it off
            </Button>
          </div>
        </div>
      ) : null}
      {problem ? (
        <p role="alert" className="pt-3 text-missed text-sm">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}

function urlOf(token: string): string {
  return `${window.location.origin}/packs/shared/${token}`;
}
