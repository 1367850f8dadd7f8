'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button, ButtonLink } from '@/app/ui/button';
import { plural } from '@/app/ui/format';
import { notify } from '@/app/ui/notify';
import type { OpenPack } from '@/server/protocol/pack-library';
import { packName } from '../pack-name';
import { readingInWords } from '../reading-in-words';
import type { EditorHandle } from '../source-editor';
import { useReport } from '../use-report';
import { Workbench } from '../workbench';
import { EditMenu } from './edit-menu';
import { EditNotices } from './edit-notices';
import { type Edit, useEdit } from './use-edit';

/** One's own pack: its Markdown, what was read in it, and its versions. */
export function EditScreen({ pack, now }: { pack: OpenPack; now: number }) {
  const router = useRouter();
  const edit = useEdit(pack);
  const reading = useReport(edit.source);
  const editor = useRef<EditorHandle>(null);
  const problems = reading.pending ? [] : (reading.report?.problems ?? []);

  async function save() {
    // Ctrl+S calls this too, also repeatedly while it is held down.
    if (edit.saving || !edit.changed) return;
    const [first] = problems;
    if (first) {
      editor.current?.goTo(first.line);
      await notify('Not saved yet', {
        more: `${plural(problems.length, 'problem')} to fix first. Your text is kept in this browser.`,
      });
    } else await edit.save();
  }

  const latest = useRef(save);
  // Ready as soon as the text shows: keys may be pressed before any later effect runs.
  useLayoutEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2 sm:px-6">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="truncate font-semibold text-lg">
            {packName({ ...pack, title: reading.report?.title ?? pack.title })}
          </h1>
          <p role="status" className="tabular text-ink-soft text-sm">
            {stateInWords(edit)} · {readingInWords(reading)}
          </p>
        </div>
        <div className="ml-auto flex items-center gap-2">
          <EditMenu
            pack={pack}
            now={now}
            source={edit.source}
            editor={editor}
            onDeleted={() => router.push('/packs')}
          />
          <ButtonLink href={`/new?pack=${pack.id}`}>Set up a panel</ButtonLink>
          <Button
            variant={edit.changed ? 'primary' : 'plain'}
            aria-disabled={!edit.changed}
            pending={edit.saving}
            aria-keyshortcuts="Control+S"
            onClick={() => void save()}
          >
            Save
          </Button>
        </div>
      </div>
      <EditNotices edit={edit} editor={editor} />
      <Workbench initial={pack.source} reading={reading} editor={editor} onChange={edit.write} />
    </>
  );
}

function stateInWords({ changed, saving, seen }: Edit): string {
  if (saving) return 'Saving…';
  return changed ? `Changed since version ${seen}` : `Version ${seen}, saved`;
}
