'use client';

import { useState } from 'react';
import { Dialog } from '@/app/ui/dialog';
import { Kbd } from '@/app/ui/kbd';
import { Switch } from '@/app/ui/switch';
import { usePanelUi } from './panel-ui';
import { areSingleKeysOn, turnSingleKeys } from './single-keys';

const KEYS: { keys: string; does: string }[] = [
  { keys: '1', does: 'to 5: rate the answer' },
  { keys: '0', does: 'not assessed' },
  { keys: 'n', does: 'write a note; Enter keeps it' },
  { keys: '/', does: 'search the bank' },
  { keys: 'k', does: 'go to the key points; arrows mark, Tab moves on' },
  { keys: 's', does: 't, a, r: mark Situation, Task, Action, Result' },
  { keys: 'u', does: 'push the next question; an exercise to review' },
  { keys: 'w', does: 'push the next exercise to rewrite' },
  { keys: 'p', does: 'pause or resume the clock' },
  { keys: '↓', does: 'and ↑: move in the agenda and the bank' },
  { keys: 'Enter', does: 'on a question of the agenda: push it; with Shift, an exercise to rewrite' },
  { keys: 'Space', does: 'on a question of the agenda: read it first' },
  { keys: 'Ctrl+Enter', does: 'reveal the ratings (host)' },
  { keys: 'Ctrl+k', does: 'open the command menu' },
  { keys: '?', does: 'this list' },
];

/** All keyboard shortcuts of the room. */
export default function ShortcutsDialog() {
  const { open } = usePanelUi();
  const [on, setOn] = useState(areSingleKeysOn);
  return (
    <Dialog open onClose={() => open(null)} title="Keys" description="Shortcuts don’t work while you type.">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {KEYS.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt className="text-right">
              <Kbd keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 border-line border-t pt-4">
        <Switch
          label="Single keys"
          hint="Off: only shortcuts with Ctrl or ⌘ work. This applies to this browser."
          checked={on}
          onChange={(event) => {
            turnSingleKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
      </div>
    </Dialog>
  );
}
