'use client';

import { useEffect, useState } from 'react';
import { agendaItems } from '@/app/agenda/agenda';
import { heardInWords, newInWords, sharesInWords } from '@/app/agenda/forecast-words';
import { outlineOfItems } from '@/app/agenda/pack-outline';
import { ledTotal } from '@/app/agenda/total-in-words';
import { useIsHost, usePanel } from '@/app/live/use-room';
import { useMembers, useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import { whenIdle } from '@/app/ui/when-idle';
import { turnInWords } from './plan-in-words';
import { useRoomForecast } from './use-room-forecast';

const SettingsDialog = onDemand(() =>
  import('@/app/room/shell/settings-dialog').then((part) => part.default),
);

/** What is planned, in a few lines; the host can change it, and learns what it comes to with the people here. */
export function PlanSummary() {
  const isHost = useIsHost();
  const lines = usePlanLines();
  const [editing, setEditing] = useState(false);
  // So that it also opens with the connection gone.
  useEffect(() => {
    if (isHost) return whenIdle(() => void SettingsDialog.ahead());
  }, [isHost]);
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
      <div role="status" className="tabular flex flex-col gap-1 pt-3 text-sm">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {editing ? <SettingsDialog onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

/** What is planned; for the host what it comes to with the people here, as soon as that is known. */
function usePlanLines(): string[] {
  const room = useRoomSlice();
  const { forecast, stale } = useRoomForecast();
  const agenda = usePanel((view) => view.agenda.items);
  const bank = usePanel((view) => view.bank);
  const candidates = useMembers().filter(({ role, sat }) => role === 'candidate' && !sat);
  if (room.format === 'led') {
    const plan = `${ledTotal(agendaItems(outlineOfItems(bank), agenda), room.targetSeconds)}.`;
    // Of whoever sat there before nothing is said about the next.
    return forecast && !stale && candidates.length > 0 ? [plan, heardInWords(forecast, agenda)] : [plan];
  }
  // With one person in the room there is nobody to take turns with.
  if (!forecast || forecast.shares.length < 2) return [turnInWords(room)];
  return [...sharesInWords(forecast.shares), newInWords(forecast, 'everybody here') ?? []].flat();
}
