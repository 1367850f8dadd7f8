'use client';

import { usePanel } from '@/app/live/use-room';
import { AgendaColumn } from '@/app/room/agenda/agenda-column';
import { AskColumn } from '@/app/room/asking/ask-column';
import { MyColumn } from '@/app/room/listening/my-column';
import { TryOut } from '@/app/room/try-out/try-out';
import { Columns } from '@/app/ui/columns';
import { inBackground, onDemand } from '@/app/ui/on-demand';
import { Banners } from './banners';
import { Debrief, Deliberation } from './later-parts';
import { Layers } from './layers';
import { PanelUiProvider, usePanelUi } from './panel-ui';
import { RoomKeys } from './room-keys';
import { TopBar } from './top-bar';

const PanelAnnouncer = inBackground(() => import('./panel-announcer').then((part) => part.PanelAnnouncer));
/** Shown in narrow windows alone, and as high as it will be until it is here. */
const NextBar = onDemand(
  () => import('./next-bar').then((part) => part.NextBar),
  <div className="h-16 shrink-0 fold:hidden" />,
);

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
  const { column, show, hasNews } = usePanelUi();
  const phase = usePanel((view) => view.round?.phase ?? null);
  // What the column holds.
  const middle = {
    deliberating: 'Verdicts',
    debrief: 'Debrief',
    closed: 'Debrief',
    published: 'Debrief',
  } as const;
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
      <Columns
        label="Parts of the room"
        value={column}
        onChange={show}
        template="16.5rem minmax(0,1fr) 19.5rem"
        className="min-h-0 flex-1"
        columns={[
          { id: 'agenda', label: 'Agenda', content: <AgendaColumn /> },
          {
            id: 'question',
            label: phase && phase !== 'asking' ? middle[phase] : 'Question',
            hasNews,
            content: <Middle />,
          },
          { id: 'mine', label: 'My notes', content: <MyColumn /> },
        ]}
      />
      <NextBar />
    </main>
  );
}

function Middle() {
  const phase = usePanel((view) => view.round?.phase ?? 'asking');
  const { selected } = usePanelUi();
  if (phase === 'asking' || selected) return <AskColumn />;
  return phase === 'deliberating' ? <Deliberation /> : <Debrief />;
}
