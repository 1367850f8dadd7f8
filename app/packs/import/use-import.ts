'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useRef, useState } from 'react';
import { enterAsGuest } from '@/app/account/enter-as-guest';
import { nameProblem } from '@/app/account/name-problem';
import { plural } from '@/app/ui/format';
import type { KeptPack } from '@/server/protocol/pack-library';
import { sendSource } from '../send-source';
import type { EditorHandle } from '../source-editor';
import type { Reading } from '../use-report';

type Purpose = 'once' | 'keep';

/** Keeps the text, or takes it along to set up for one room; a guest is signed in by name on the way. */
export function useImport(
  source: string,
  { report, pending: reading }: Reading,
  editor: RefObject<EditorHandle | null>,
  signedInAs: string | null,
  onTaken: () => void,
) {
  const router = useRouter();
  const [pending, setPending] = useState<Purpose | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [name, setName] = useState('');
  const [entered, setEntered] = useState(signedInAs !== null);
  const nameField = useRef<HTMLInputElement>(null);
  const wrongName = entered ? null : nameProblem(name);

  /** What has to be done first; null when nothing has. */
  function obstacle(): string | null {
    const [first, ...others] = reading ? [] : (report?.problems ?? []);
    if (!first) return null;
    editor.current?.goTo(first.line);
    const more = others.length > 0 ? ` ${plural(others.length, 'more problem')} after that.` : '';
    return `Line ${first.line}: ${first.message}${more}`;
  }

  async function take(purpose: Purpose) {
    const first = obstacle();
    setFailure(first);
    if (first) return;
    setTried(true);
    if (wrongName) {
      nameField.current?.focus();
      return;
    }
    setPending(purpose);
    const problem = (entered ? null : await enterAsGuest(name)) ?? (await send(purpose));
    if (problem) {
      setFailure(problem);
      setPending(null);
    }
  }

  async function send(purpose: Purpose): Promise<string | null> {
    setEntered(true);
    const answer = await sendSource<KeptPack>(`/api/packs?for=${purpose}`, source);
    if (!answer.ok) return answer.message;
    onTaken();
    router.push(purpose === 'once' ? `/new?pack=${answer.value.id}` : `/packs/${answer.value.id}`);
    return null;
  }

  return { take, pending, failure, name, setName, nameField, nameProblem: tried ? wrongName : null };
}
