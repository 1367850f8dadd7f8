'use client';

import { useState } from 'react';
import { useAsks, useOnline, usePanel } from '@/app/live/use-room';
import { usePush } from '@/app/room/agenda/use-push';
import { useIsObserver } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { CODE_LANGUAGES } from '@/app/ui/code-languages';
import { Select } from '@/app/ui/input';
import { SCRATCH_PAD } from '@/server/protocol/words';

/** Code from nothing, which every pack has, in a language that one chooses. */
export function ScratchPadRow() {
  const [language, setLanguage] = useState('');
  const push = usePush();
  const isOnline = useOnline();
  const isObserver = useIsObserver();
  const isAsked = useAsks().some(({ itemId }) => itemId === SCRATCH_PAD);
  const isAsking = usePanel((view) => view.round?.phase === 'asking');
  if (isObserver || isAsked || !isAsking) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-2 border-line border-t px-4 py-2 text-sm">
      <span className="w-full font-medium">Scratch pad</span>
      <Select
        aria-label="Language of the scratch pad"
        value={language}
        onChange={({ target }) => setLanguage(target.value)}
      >
        <option value="">Any language</option>
        {CODE_LANGUAGES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button
        variant="quiet"
        size="sm"
        disabled={!isOnline}
        aria-label="Push a scratch pad"
        onClick={() => void push(SCRATCH_PAD, { mode: 'rewrite', ...(language && { language }) })}
      >
        Push
      </Button>
    </div>
  );
}
