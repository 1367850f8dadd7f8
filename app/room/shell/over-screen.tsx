'use client';

import { useMine } from '@/app/live/use-room';
import { LeaveButton } from '@/app/room/people/leave-button';
import { Farewell } from './farewell';

/** For a candidate whose round is over while the room goes on without them. */
export function OverScreen() {
  const roundId = useMine((mine) => mine.scorecardIn);
  return (
    <Farewell
      title="Your interview is over"
      scorecard={roundId === null ? null : { roundId, label: 'Open your scorecard' }}
      action={<LeaveButton>Leave the room</LeaveButton>}
    >
      {roundId === null
        ? 'Thank you for being here. If the panel shares a scorecard with you, you’ll find it in your history.'
        : 'Thank you for being here. Your scorecard stays in your history, whether you leave now or later.'}
    </Farewell>
  );
}
