'use client';

import { Dialog } from '@/app/ui/dialog';
import { Kbd } from '@/app/ui/kbd';
import { usePanelUi } from './panel-ui';

const KEYS: { keys: string; does: string }[] = [
  { keys: '1', does: 'to 5: rate the answer' },
  { keys: '0', does: 'not assessed' },
  { keys: 'n', does: 'write a note; Enter keeps it' },
  { keys: '/', does: 'search the bank' },
  { keys: 'p', does: 'pause or resume the clock' },
  { keys: '↓', does: 'and ↑: move in the agenda and the bank' },
  { keys: 'Enter', does: 'on a question of the agenda: push it' },
  { keys: 'Space', does: 'on a question of the agenda: read it first' },
  { keys: 'Ctrl+Enter', does: 'reveal the ratings (host)' },
  { keys: 'Ctrl+k', does: 'find a question, do anything' },
  { keys: '?', does: 'this list' },
];

/** Every key of the room. */
export default function ShortcutsDialog() {
  const { open } = usePanelUi();
  return (
    <Dialog open onClose={() => open(null)} title="Keys" description="None of them works while you type.">
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
    </Dialog>
  );
}
