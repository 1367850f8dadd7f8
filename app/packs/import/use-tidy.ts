'use client';

import { type RefObject, useState } from 'react';
import { notify } from '@/app/ui/notify';
import { sendSource } from '../send-source';
import type { EditorHandle } from '../source-editor';

/** Replaces a guide with its documented form; undo restores the previous text. */
export function useTidy(source: string, editor: RefObject<EditorHandle | null>) {
  const [pending, setPending] = useState(false);

  async function run() {
    setPending(true);
    const answer = await sendSource<{ markdown: string | null }>('/api/packs/tidy', source);
    setPending(false);
    const markdown = answer.ok ? answer.value.markdown : null;
    if (markdown === null) {
      await notify('The guide couldn’t be tidied', {
        more: answer.ok ? 'Nothing has changed. Fix the problems first.' : answer.message,
        failed: true,
      });
      return;
    }
    if (markdown === source) {
      await notify('Already tidy');
      return;
    }
    editor.current?.replace(markdown);
    await notify('Tidied', {
      more: 'Every question, point and note is in the documented form.',
      action: { label: 'Undo', run: () => editor.current?.replace(source) },
    });
  }

  return { pending, run };
}
