'use client';

import { useState } from 'react';
import { heardInWords, newInWords, sharesInWords } from '@/app/agenda/forecast-words';
import { useIsHost } from '@/app/live/use-room';
import { Button } from '@/app/ui/button';
import { duration, plural } from '@/app/ui/format';
import { onDemand } from '@/app/ui/on-demand';
import { PanelHeading } from '@/app/ui/panel-heading';
import type { PlanForecast } from '@/server/protocol/agenda-wish';
import { useDoor, useMembers, useRoomSlice } from './use-everybody';
import { useRoomForecast } from './use-room-forecast';

const SettingsDialog = onDemand(() => import('./settings-dialog').then((part) => part.default));

/** What is planned, in a few lines; the host can change it, and learns what it comes to with the people here. */
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
      {isHost ? <Forecast /> : null}
      {editing ? <SettingsDialog onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function Forecast() {
  const { format } = useRoomSlice();
  const forecast = useRoomForecast();
  const agenda = useDoor()?.settings.agenda ?? [];
  const candidates = useMembers().filter(({ role, sat }) => role === 'candidate' && !sat);
  if (!forecast || (format === 'led' && candidates.length === 0)) return null;
  const lines = format === 'led' ? [heardInWords(forecast, agenda)] : peerLines(forecast);
  return (
    <div role="status" className="tabular flex flex-col gap-1 pt-2 text-ink-soft text-sm">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** With one person in the room there is nobody to take turns with. */
function peerLines(forecast: PlanForecast): string[] {
  if (forecast.shares.length < 2) return [];
  return [...sharesInWords(forecast.shares), newInWords(forecast, 'everybody here') ?? []].flat();
}
