'use client';

import { usePanel } from '@/app/live/use-room';
import { AgendaColumn } from '@/app/room/agenda/agenda-column';
import { AskColumn } from '@/app/room/asking/ask-column';
import { MyColumn } from '@/app/room/listening/my-column';
import { TryOut } from '@/app/room/try-out/try-out';
import { Columns } from '@/app/ui/columns';
import { Banners } from './banners';
import { Debrief, Deliberation } from './later-parts';
import { Layers } from './layers';
import { PanelAnnouncer } from './panel-announcer';
import { PanelUiProvider, usePanelUi } from './panel-ui';
import { RoomKeys } from './room-keys';
import { TopBar } from './top-bar';

/** The panel's room: everything is visible at 1280 × 800, and in tabs below 900 px. */
export function PanelScreen() {
  return (
    <PanelUiProvider>
      <div className="flex h-dvh flex-col">
        <TopBar />
        <Banners />
        <TryOut />
        <Room />
      </div>
      <Layers />
      <RoomKeys />
      <PanelAnnouncer />
    </PanelUiProvider>
  );
}

function Room() {
  const { column, show } = usePanelUi();
  const phase = usePanel((view) => view.round?.phase ?? null);
  const middle = {
    deliberating: 'Verdicts',
    debrief: 'Debrief',
    closed: 'Debrief',
    published: 'Debrief',
  } as const;
  return (
    <main id="main" tabIndex={-1} className="min-h-0 flex-1">
      <Columns
        label="Parts of the room"
        value={column}
        onChange={show}
        template="16.5rem minmax(0,1fr) 19.5rem"
        className="h-full"
        columns={[
          { id: 'agenda', label: 'Agenda', content: <AgendaColumn /> },
          {
            id: 'question',
            label: phase && phase !== 'asking' ? middle[phase] : 'Question',
            content: <Middle />,
          },
          { id: 'mine', label: 'My notes', content: <MyColumn /> },
        ]}
      />
    </main>
  );
}

function Middle() {
  const phase = usePanel((view) => view.round?.phase ?? 'asking');
  const { selected } = usePanelUi();
  if (phase === 'asking' || selected) return <AskColumn />;
  return phase === 'deliberating' ? <Deliberation /> : <Debrief />;
}
