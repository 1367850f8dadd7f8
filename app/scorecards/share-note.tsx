'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { post } from '@/app/http';
import { alreadySent } from '@/app/room/listening/already-sent';
import { ShareMenu, UNSHARED } from '@/app/room/listening/share-menu';
import { notify } from '@/app/ui/notify';
import type { NoteReaders } from '@/server/protocol/http-answers';
import { NOTE_SHARES, type NoteShare } from '@/server/protocol/words';

interface Props {
  roomId: string;
  roundId: string;
  askId: string;
  noteId: string;
  share: NoteShare;
}

/** Who reads a note of the viewer's own, which they can change for good. */
export function ShareNote({ roomId, roundId, askId, noteId, share }: Props) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const shareWith = async (after: NoteShare) => {
    if (after === share) return;
    setSending(true);
    const path = `/api/scorecards/${roomId}/${roundId}/notes`;
    const answer = await post<NoteReaders>(path, { askId, noteId, share: after });
    setSending(false);
    if (!answer.ok)
      return void notify('The note is shared as before', { more: answer.message, failed: true });
    const sent = alreadySent({ before: share, after, over: true, ...answer.value });
    const isLess = NOTE_SHARES.indexOf(after) < NOTE_SHARES.indexOf(share);
    void notify(isLess ? UNSHARED[after] : 'The note is shared.', { more: sent ?? undefined });
    router.refresh();
  };
  return (
    <span className="print:hidden">
      <ShareMenu share={share} disabled={sending} onShare={(after) => void shareWith(after)} />
    </span>
  );
}
