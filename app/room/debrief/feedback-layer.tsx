'use client';

import { usePanel } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Dialog } from '@/app/ui/dialog';
import { FeedbackRounds } from './earlier-feedback';
import { useEarlierFeedback } from './use-earlier-feedback';

/** Feedback for earlier rounds, during a later one. */
export default function FeedbackLayer() {
  const { open } = usePanelUi();
  const current = usePanel((view) => view.round?.roundId ?? null);
  return (
    <Dialog
      open
      wide
      onClose={() => open(null)}
      title="Feedback for earlier rounds"
      description="It is on their scorecards as soon as you save it, if it is shared."
    >
      <FeedbackRounds rounds={useEarlierFeedback(current)} />
    </Dialog>
  );
}
