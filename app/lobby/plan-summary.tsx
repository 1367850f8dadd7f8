'use client';

import { useState } from 'react';
import { useIsHost } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { duration, plural } from '@/app/ui/format';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import { useRoomSlice } from './use-everybody';

const SettingsDialog = onDemand(() => import('./settings-dialog').then((part) => part.default));

/** What is planned, in two lines; the host can change it. */
export function PlanSummary() {
  const { format, plannedAsks, targetSeconds } = useRoomSlice();
  const isHost = useIsHost();
  const [editing, setEditing] = useState(false);
  const peer = format === 'peer';
  return (
    <section aria-labelledby="plan">
      <PanelHeading
        id="plan"
        className="border-line border-b"
        aside={
          isHost ? (
            <Button variant="quiet" size="sm" onClick={() => setEditing(true)}>
              Change
            </Button>
          ) : null
        }
      >
        Plan
      </PanelHeading>
      <p className="pt-3 text-sm">
        {peer ? 'Up to ' : ''}
        {plural(plannedAsks, 'question')}
        {peer ? ' for each person, up to ' : ', about '}
        {duration(plannedAsks * targetSeconds * 1000)}
        {peer ? ' a turn' : ''}.
      </p>
      {editing ? <SettingsDialog onClose={() => setEditing(false)} /> : null}
    </section>
  );
}
