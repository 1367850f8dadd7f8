'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { codeDraft, lateWordsDraft } from '@/app/live/drafts';
import { useDraft, useRoomClient } from '@/app/live/use-room';
import { CodeBlock } from '@/app/ui/code-block';
import { CopyButton } from '@/app/ui/copy-button';
import { Dialog } from '@/app/ui/dialog';
import { plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import { keepLateWords, unsentIn } from './late-words';
import { openEditors } from './open-editors';

const CODE = codeDraft('');
const LATE = lateWordsDraft('');

/** Sends what was typed in code that is no longer on the screen, and shows what the room rejected. */
export function UnsentCode() {
  const { drafts } = useRoomClient();
  const open = useSyncExternalStore(openEditors.subscribe, openEditors.get, openEditors.get);
  const names = () => [...drafts.names(CODE), ...drafts.names(LATE)].sort().join('\n');
  const all = useSyncExternalStore(
    (listener) => drafts.subscribeAll(listener),
    names,
    () => '',
  ).split('\n');
  const asks = (prefix: string) =>
    all.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  return (
    <>
      {asks(CODE).map((askId) => (open.includes(askId) ? null : <Delivery key={askId} askId={askId} />))}
      {asks(LATE).map((askId) => (
        <LateWords key={askId} askId={askId} />
      ))}
    </>
  );
}

function Delivery({ askId }: { askId: string }) {
  const { code, drafts } = useRoomClient();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    void import('./delivery').then(
      ({ deliver }) => {
        if (isOver) return;
        stop = deliver(code, askId, unsentIn(drafts, askId), (words) => keepLateWords(drafts, askId, words));
      },
      // It is kept, and the next page tries again.
      () => {},
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [code, drafts, askId]);
  return null;
}

function LateWords({ askId }: { askId: string }) {
  const { drafts } = useRoomClient();
  const [words] = useDraft(lateWordsDraft(askId));
  const [isShown, show] = useState(false);
  const lines = words === '' ? 0 : words.split('\n').length;
  useEffect(() => {
    if (lines === 0) return;
    let isOver = false;
    let hasOpened = false;
    const unsay = notify(`${plural(lines, 'line')} that you typed could not be saved.`, {
      more: 'Nobody else has what you typed.',
      failed: true,
      action: {
        label: 'Show',
        run: () => {
          hasOpened = true;
          show(true);
        },
      },
      onGone: (how) => {
        if (how === 'closed' && !isOver && !hasOpened) drafts.set(lateWordsDraft(askId), '');
      },
    });
    return () => {
      isOver = true;
      void unsay.then((remove) => remove());
    };
  }, [lines, drafts, askId]);
  return (
    <Dialog
      open={isShown}
      onClose={() => {
        show(false);
        drafts.set(lateWordsDraft(askId), '');
      }}
      title="What could not be saved"
      description="Copy it if you need it. It is gone when you close this."
      footer={<CopyButton text={words} variant="primary" />}
    >
      <CodeBlock code={words} label="What you typed" language={null} className="max-h-60" />
    </Dialog>
  );
}
