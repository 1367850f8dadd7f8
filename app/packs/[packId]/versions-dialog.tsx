import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { Dialog } from '@/app/ui/dialog';
import { moment, plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import { useTimeZone } from '@/app/ui/use-time-zone';
import type { OpenPack } from '@/server/protocol/pack-library';
import type { EditorHandle } from '../source-editor';

interface VersionsDialogProps {
  pack: OpenPack;
  now: number;
  /** What is in the editor now. */
  source: string;
  editor: RefObject<EditorHandle | null>;
  open: boolean;
  onClose: () => void;
}

/**
 * The kept versions. An earlier one can go back into the editor, where the person can look at it and save it as the
 * next.
 */
export function VersionsDialog({ pack, now, source: before, editor, open, onClose }: VersionsDialogProps) {
  const [fetching, setFetching] = useState<number | null>(null);
  const timeZone = useTimeZone();
  const takeBack = useRef<() => void>(null);
  // The toast makes sense only on this page, so it goes with the page.
  useEffect(() => () => takeBack.current?.(), []);

  async function bringBack(no: number) {
    setFetching(no);
    const source = await fetchVersion(pack.id, no);
    setFetching(null);
    if (source === null) {
      await notify(`Version ${no} couldn’t be loaded`, {
        more: 'Nothing has changed. Check your connection and try again.',
        failed: true,
      });
      return;
    }
    onClose();
    // After the dialog has returned the focus, which would otherwise leave the editor.
    setTimeout(() => editor.current?.replace(source), 0);
    takeBack.current?.();
    takeBack.current = await notify(`Version ${no} is in the editor`, {
      more: 'Save it to make it the newest.',
      action: { label: 'Undo', run: () => editor.current?.replace(before) },
    });
  }

  return (
    <Dialog
      title="Versions"
      description="A room keeps the version it was opened with, whatever you change here."
      open={open}
      onClose={onClose}
    >
      <ol className="divide-y divide-line">
        {pack.versions.map((version) => (
          <li key={version.no} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium text-sm">
                Version {version.no}, {moment(version.createdAt, now, timeZone)}
              </p>
              <p className="truncate text-ink-soft text-sm">
                {plural(version.questions, 'question')}
                {version.exercises > 0 ? `, ${plural(version.exercises, 'exercise')}` : ''} · {version.title}
              </p>
            </div>
            {version.no === pack.no ? (
              <span className="text-ink-soft text-sm">newest</span>
            ) : (
              <Button
                size="sm"
                pending={fetching === version.no}
                aria-label={`Bring back version ${version.no}`}
                onClick={() => void bringBack(version.no)}
              >
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** Not `text()`, which would drop the file's mark of UTF-8. */
async function fetchVersion(packId: string, no: number): Promise<string | null> {
  try {
    const response = await fetch(`/api/packs/${packId}/source?no=${no}`);
    if (!response.ok) return null;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  } catch {
    return null;
  }
}
