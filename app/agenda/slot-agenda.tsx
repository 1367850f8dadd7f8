'use client';

import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { duration } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import type { Slot } from '@/server/protocol/commands';
import { AgendaList } from './agenda-list';
import { Reason } from './reason';
import { slotIds } from './slot-ids';

interface SlotAgendaProps {
  groups: readonly { id: string; title: string }[];
  slots: readonly Slot[];
  targetSeconds: number | null;
  /** The reason for each slot, by its id. */
  reasons: Readonly<Record<string, string>>;
  onChange: (slots: Slot[]) => void;
}

const ANY = 'Any competency';

/** The agenda for each person in a peer room: competencies, since nobody may know the questions. */
export function SlotAgenda({ groups, slots, targetSeconds, reasons, onChange }: SlotAgendaProps) {
  const [adding, setAdding] = useState('');
  const title = (groupId: string | null) => groups.find(({ id }) => id === groupId)?.title ?? ANY;
  const ids = slotIds(slots);
  const entries = slots.map((slot, place) => {
    const id = ids[place] ?? '';
    const reason = reasons[id];
    return {
      id,
      name: title(slot.groupId),
      heading: title(slot.groupId),
      body: reason ? <Reason words={reason} /> : null,
      length: targetSeconds === null ? 'its own time' : duration(targetSeconds * 1000),
      slot,
    };
  });
  const add = () => {
    const groupId = adding === '' ? null : adding;
    onChange([...slots, { groupId }]);
    announce(`Added ${title(groupId)}`);
  };
  return (
    <>
      <AgendaList
        label="Agenda for each person"
        entries={entries}
        onChange={(next) => onChange(next.map((entry) => entry.slot))}
      />
      <div className="flex items-end gap-3 pt-3">
        <Field label="Add a question on" className="min-w-0 max-w-72 flex-1">
          {(control) => (
            <Select {...control} value={adding} onChange={(event) => setAdding(event.target.value)}>
              <option value="">{ANY}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.title}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button onClick={add}>
          <Plus size={16} aria-hidden="true" />
          Add
        </Button>
      </div>
    </>
  );
}
