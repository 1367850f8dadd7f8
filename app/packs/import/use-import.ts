'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useState } from 'react';
import { useGuest } from '@/app/account/use-guest';
import { plural } from '@/app/ui/format';
import type { KeptPack } from '@/server/protocol/pack-library';
import { newestOf } from '../newest-of';
import { sendSource } from '../send-source';
import type { EditorHandle } from '../source-editor';
import type { Reading } from '../use-report';

type Purpose = 'once' | 'keep';

/**
 * Keeps the text as a pack or as a version of one, or takes it along to set up one room. Signs a guest in by name
 * first.
 */
export function useImport(
  source: string,
  { report, pending: reading, retry }: Reading,
  editor: RefObject<EditorHandle | null>,
  signedInAs: string | null,
  onTaken: () => void,
) {
  const router = useRouter();
  const [pending, setPending] = useState<Purpose | 'next' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const guest = useGuest(signedInAs !== null);
  const [newer, setNewer] = useState<{ id: string; no: number } | null>(null);

  /** What the person must do first; null when nothing. */
  function obstacle(): string | null {
    const [first, ...others] = reading ? [] : (report?.problems ?? []);
    if (!first) return null;
    editor.current?.goTo(first.line);
    const more = others.length > 0 ? ` ${plural(others.length, 'more problem')} after that.` : '';
    return `Line ${first.line}: ${first.message}${more}`;
  }

  async function attempt(purpose: Purpose | 'next', send: () => Promise<string | null>) {
    const first = obstacle();
    setFailure(first);
    if (first || !guest.isNamed()) return;
    setPending(purpose);
    setNewer(null);
    const problem = (await guest.enter()) ?? (await send());
    if (problem) {
      setFailure(problem);
      setPending(null);
    }
  }

  async function send(purpose: Purpose): Promise<string | null> {
    const answer = await sendSource<KeptPack>(`/api/packs?for=${purpose}`, source);
    if (!answer.ok) return answer.message;
    onTaken();
    router.push(purpose === 'once' ? `/new?pack=${answer.value.id}` : `/packs/${answer.value.id}`);
    return null;
  }

  async function sendNext(id: string, seen: number): Promise<string | null> {
    const answer = await sendSource<KeptPack>(`/api/packs/${id}?seen=${seen}`, source, { method: 'PUT' });
    if (answer.ok) {
      onTaken();
      router.push(`/packs/${id}`);
      return null;
    }
    const no = answer.code === 'pack-changed' ? await newestOf(id) : null;
    if (no !== null) {
      setNewer({ id, no });
      setPending(null);
      return null;
    }
    if (answer.code !== 'pack-unknown') return answer.message;
    // Asks for the kept pack again: the deleted one must no longer be offered.
    retry();
    return GONE;
  }

  return {
    take: (purpose: Purpose) => attempt(purpose, () => send(purpose)),
    /** Saves it as the version after `seen` of a kept pack. */
    saveNext: (id: string, seen: number) => attempt('next', () => sendNext(id, seen)),
    pending,
    failure,
    /** Number of a version of this pack that was saved somewhere else in the meantime. */
    newerOf: (id: string) => (newer?.id === id ? newer.no : null),
    guest,
  };
}

const GONE = 'That pack was deleted somewhere else. Your text is still here: keep it as a new pack.';
