'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStayOnLeaving } from '@/app/ui/use-stay-on-leaving';
import type { KeptPack, OpenPack } from '@/server/protocol/pack-library';
import { newestOf } from '../newest-of';
import { sendSource } from '../send-source';
import { forgetUnsaved, keepUnsaved, loadUnsaved, type Unsaved } from '../unsaved';

export interface Edit {
  source: string;
  write: (source: string) => void;
  changed: boolean;
  saving: boolean;
  /** Number of the version that this text was written on. */
  seen: number;
  failure: string | null;
  /** The number of a newer version that was saved somewhere else. */
  newer: number | null;
  save: (over?: number) => Promise<void>;
  /** Reloads the page with the newer version. It finds this text there, unsaved. */
  lookAtNewer: () => void;
  /** Unsaved text of an earlier visit; null when there is none. */
  found: Unsaved | null;
  dropFound: () => void;
}

/** The text of a pack as it is being written: kept in this browser until it is saved as a version. */
export function useEdit(pack: OpenPack): Edit {
  const router = useRouter();
  const [saved, setSaved] = useState({ no: pack.no, source: pack.source });
  const [source, setSource] = useState(pack.source);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [newer, setNewer] = useState<number | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [found, setFound] = useState<Unsaved | null>(null);
  const changed = source !== saved.source;

  useEffect(() => setFound(loadUnsaved(pack.id)), [pack.id]);

  useStayOnLeaving(changed && !leaving);

  const keep = (text: string) => keepUnsaved(pack.id, { seen: saved.no, source: text });

  function write(text: string) {
    setSource(text);
    setFailure(null);
    if (text === saved.source) forgetUnsaved(pack.id, source);
    else keep(text);
  }

  function lookAtNewer() {
    // Again: another tab may have replaced this text with its own. When the text is kept, leaving needs no question.
    if (keep(source)) flushSync(() => setLeaving(true));
    window.location.reload();
  }

  async function save(over?: number) {
    setSaving(true);
    setFailure(null);
    const path = `/api/packs/${pack.id}?seen=${over ?? saved.no}`;
    const answer = await sendSource<KeptPack>(path, source, { method: 'PUT' });
    if (answer.ok) {
      setSaved({ no: answer.value.no, source });
      setNewer(null);
      setFound(null);
      forgetUnsaved(pack.id, source);
      router.refresh();
    } else {
      const no = answer.code === 'pack-changed' ? await newestOf(pack.id) : null;
      setNewer(no);
      if (no === null) setFailure(answer.code === 'pack-unknown' ? GONE : answer.message);
    }
    setSaving(false);
  }

  return {
    source,
    write,
    changed,
    saving,
    seen: saved.no,
    failure,
    newer,
    save,
    lookAtNewer,
    found: changed || found?.source === source ? null : found,
    dropFound: () => {
      setFound(null);
      forgetUnsaved(pack.id, found?.source);
    },
  };
}

const GONE =
  'This pack was deleted somewhere else. Your text is still here: copy it, and import it as a new pack.';
