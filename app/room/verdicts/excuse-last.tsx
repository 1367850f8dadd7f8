'use client';

import { usePanel } from '@/app/live/use-room';
import { AskOnce } from '@/app/room/shell/ask-once';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { excuseWords } from './excuse-words';
import { useExcuse } from './use-excuse';

/** Open verdicts stay open. The last one may also arrive while the host still reads. */
export default function ExcuseLast() {
  const { open, excusing, askToExcuse } = usePanelUi();
  const verdicts = usePanel((view) => view.verdicts);
  const nameOf = useNameOf();
  const excuse = useExcuse();
  const counts = verdicts?.opened === null ? verdicts : null;
  return (
    <AskOnce
      isOpen={excusing !== null && counts !== null}
      words={excuseWords(excusing === null ? '' : nameOf(excusing), counts ?? NOTHING)}
      onClose={() => {
        askToExcuse(null);
        open(null);
      }}
      onGo={() => {
        open(null);
        if (excusing !== null) excuse(excusing);
      }}
    />
  );
}

const NOTHING = { in: 0, of: 0, excused: [] };
