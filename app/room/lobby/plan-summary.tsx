'use client';

import { useEffect, useState } from 'react';
import { agendaItems } from '@/app/agenda/agenda';
import { codeInWords, heardInWords, newInWords, sharesInWords } from '@/app/agenda/forecast-words';
import { ledTotal } from '@/app/agenda/total-in-words';
import { useBank } from '@/app/live/use-bank';
import { useIsHost, usePanel } from '@/app/live/use-room';
import { useMembers, useRoomSlice } from '@/app/room/people/use-everybody';
import { Button } from '@/app/ui/button';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import { whenIdle } from '@/app/ui/when-idle';
import { outlineOf } from '@/server/protocol/outline-of';
import { countInWords, turnInWords } from './plan-in-words';
import { useRoomForecast } from './use-room-forecast';

const SettingsDialog = onDemand(() =>
  import('@/app/room/shell/settings-dialog').then((part) => part.default),
);

/** The plan in a few lines. The host can change it, and sees the forecast for the people here. */
export function PlanSummary() {
  const isHost = useIsHost();
  const lines = usePlanLines();
  const [editing, setEditing] = useState(false);
  // Loaded ahead, so that it also opens without a connection.
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

/** The plan; for the host also the forecast for the people here, as soon as it is known. */
function usePlanLines(): string[] {
  const room = useRoomSlice();
  const { forecast, stale } = useRoomForecast();
  const agenda = usePanel((view) => view.agenda.items);
  const { bank } = useBank();
  const candidates = useMembers().filter(({ role, sat }) => role === 'candidate' && !sat);
  if (room.format === 'led') {
    const total = bank && ledTotal(agendaItems(outlineOf(bank), agenda), room.targetSeconds);
    const plan = `${total ?? countInWords(room)}.`;
    // The previous candidate's forecast says nothing about the next one.
    return forecast && !stale && candidates.length > 0 ? [plan, heardInWords(forecast, agenda)] : [plan];
  }
  // A person alone in the room has nobody to take turns with.
  if (!forecast || forecast.shares.length < 2) return [turnInWords(room)];
  const here = 'everybody here';
  const code = codeInWords(forecast, room.plannedExercises, here);
  return [...sharesInWords(forecast.shares), newInWords(forecast, here) ?? [], code ?? []].flat();
}
