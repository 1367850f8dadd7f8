'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { post } from '@/app/http';
import { notify } from '@/app/ui/notify';
import type { KeptPack } from '@/server/protocol/pack-library';
import { forgetUnsaved, keepUnsaved, loadUnsaved, type Unsaved } from './unsaved';

/** Actions on a whole pack. A removal can be undone. */
export function usePackActions({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function duplicate() {
    setPending(true);
    const answer = await post<KeptPack>(`/api/packs/${id}/duplicate`, {});
    setPending(false);
    if (answer.ok) router.push(`/packs/${answer.value.id}`);
    else await notify('No copy was made', { more: answer.message, failed: true });
  }

  async function remove(then?: () => void) {
    setPending(true);
    const answer = await post<null>(`/api/packs/${id}`, {}, 'DELETE');
    setPending(false);
    if (!answer.ok) {
      await notify(`${name} is still there`, { more: answer.message, failed: true });
      return;
    }
    const unsaved = loadUnsaved(id);
    forgetUnsaved(id);
    then?.();
    router.refresh();
    await notify(`Deleted ${name}`, {
      more: 'Rooms that were played with it keep their own copy.',
      action: { label: 'Undo', run: () => void putBack(unsaved) },
    });
  }

  async function putBack(unsaved: Unsaved | null) {
    const answer = await post<null>(`/api/packs/${id}/put-back`, {});
    if (answer.ok) {
      if (unsaved) keepUnsaved(id, unsaved);
      router.refresh();
      return;
    }
    await notify(`${name} couldn’t be put back`, {
      more: answer.message,
      failed: true,
      action: { label: 'Try again', run: () => void putBack(unsaved) },
    });
  }

  return { pending, duplicate, remove };
}
