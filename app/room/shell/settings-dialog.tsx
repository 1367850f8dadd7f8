'use client';

import { useState } from 'react';
import { agendaItems } from '@/app/agenda/agenda';
import { LedPlan } from '@/app/agenda/led-plan';
import { PeerPlan } from '@/app/agenda/peer-plan';
import { ledTotal, peerTotal } from '@/app/agenda/total-in-words';
import { post } from '@/app/http';
import { useBank } from '@/app/live/use-bank';
import { useSend } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { BankNotice } from '@/app/room/agenda/bank-notice';
import { useRoomForecast } from '@/app/room/lobby/use-room-forecast';
import { useDoor, useRoomSlice } from '@/app/room/people/use-everybody';
import { MoreFields } from '@/app/settings/more-fields';
import { roomProblems } from '@/app/settings/room-problems';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import { Field } from '@/app/ui/field';
import { Input } from '@/app/ui/input';
import { Tabs } from '@/app/ui/tabs';
import type { SlotSuggestion, Suggestion } from '@/server/protocol/agenda-wish';
import { outlineOf } from '@/server/protocol/outline-of';
import type { DoorSlice } from '@/server/protocol/view-room';
import { changesOf, editOf, wishOf } from './settings-edit';

/** Title, agenda, clock, call link and switches, which are edited and sent together. */
export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const door = useDoor();
  return door && <Editor door={door} onClose={onClose} />;
}

function Editor({ door, onClose }: { door: DoorSlice; onClose: () => void }) {
  const { settings } = door;
  const send = useSend();
  const { bank } = useBank();
  const [edit, setEdit] = useState(() => editOf(settings));
  const [tried, setTried] = useState(false);
  const led = settings.format === 'led';
  const outline = outlineOf(bank ?? { groups: door.groups, items: [] });
  const { roomId } = useRoomSlice();
  const { forecast } = useRoomForecast();
  const problems = roomProblems(wishOf(edit, settings), useServerNow(10_000));
  const shown = tried ? problems : {};

  function save() {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const { change, agenda } = changesOf(settings, edit);
    if (change) void send({ type: 'ChangeSettings', settings: change });
    if (agenda) void send({ type: 'SetAgenda', items: agenda });
    onClose();
  }

  const items = agendaItems(outline, edit.agenda);
  const agenda = !led ? (
    <PeerPlan
      groups={door.groups}
      levels={forecast?.levels ?? []}
      slots={edit.slots}
      level={edit.level}
      targetSeconds={edit.targetSeconds}
      offersCode={(forecast?.code?.exercises ?? 0) > 0}
      ask={(wish) => post<SlotSuggestion>(`/api/rooms/${roomId}/slot-suggestion`, wish)}
      onSlots={(slots) => setEdit((before) => ({ ...before, slots }))}
      onLevel={(level) => setEdit((before) => ({ ...before, level }))}
    />
  ) : !bank ? (
    <BankNotice />
  ) : (
    <LedPlan
      outline={outline}
      agenda={items.map((item) => item.id)}
      targetSeconds={edit.targetSeconds}
      whom="the candidate"
      known={forecast ?? undefined}
      ask={(wish) => post<Suggestion>(`/api/rooms/${roomId}/suggestion`, wish)}
      onChange={(next) => setEdit((before) => ({ ...before, agenda: next }))}
    />
  );
  const fields = (
    <div className="flex flex-col gap-6">
      <Field label="Title" error={shown.title}>
        {(control) => (
          <Input
            {...control}
            value={edit.title}
            onChange={(event) => setEdit({ ...edit, title: event.target.value })}
          />
        )}
      </Field>
      <MoreFields
        settings={edit}
        led={led}
        problems={shown}
        onChange={(part) => setEdit({ ...edit, ...part })}
      />
    </div>
  );
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Change the plan"
      description={
        led
          ? bank && ledTotal(items, edit.targetSeconds)
          : `Up to ${peerTotal(edit.slots, edit.targetSeconds)}`
      }
      footer={
        <>
          {Object.values(shown)[0] ? (
            <p role="alert" className="mr-auto self-center text-missed text-sm">
              {Object.values(shown)[0]}
            </p>
          ) : null}
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <Button variant="primary" onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <Tabs
        className="scroll-y -mx-6 max-h-[48dvh] px-6 pb-1"
        label="What to change"
        tabs={[
          { id: 'agenda', label: 'Agenda', content: agenda },
          { id: 'settings', label: 'Settings', content: fields },
        ]}
      />
    </Dialog>
  );
}
