'use client';

import Code from 'lucide-react/icons/code';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { announce } from '@/app/ui/announce';
import { Button } from '@/app/ui/button';
import { Field } from '@/app/ui/field';
import { duration } from '@/app/ui/format';
import { Select } from '@/app/ui/input';
import type { Slot } from '@/server/protocol/commands';
import { isForCode } from '@/server/room/rules';
import { CODE_PLACE } from './agenda';
import { AgendaList } from './agenda-list';
import { Reason } from './reason';
import { slotIds } from './slot-ids';

interface SlotAgendaProps {
  groups: readonly { id: string; title: string }[];
  slots: readonly Slot[];
  targetSeconds: number | null;
  /** Whether the pack has code exercises. */
  offersCode: boolean;
  /** The reason for each slot, by its id. */
  reasons: Readonly<Record<string, string>>;
  onChange: (slots: Slot[]) => void;
}

const ANY = 'Any competency';
const CODE = 'Code exercise';

/** The agenda for each person in a peer room: competencies and places for code, since nobody may know the questions. */
export function SlotAgenda(props: SlotAgendaProps) {
  const { groups, slots, targetSeconds, offersCode, reasons, onChange } = props;
  const [adding, setAdding] = useState('');
  const titleOf = (slot: Slot) =>
    groups.find(({ id }) => id === slot.groupId)?.title ?? (isForCode(slot) ? CODE : ANY);
  const ids = slotIds(slots);
  const entries = slots.map((slot, place) => {
    const id = ids[place] ?? '';
    const reason = reasons[id];
    return {
      id,
      name: titleOf(slot),
      heading: titleOf(slot),
      body: reason ? <Reason words={reason} /> : null,
      length: targetSeconds === null || isForCode(slot) ? 'its own time' : duration(targetSeconds * 1000),
      slot,
    };
  });
  const add = (slot: Slot) => {
    onChange([...slots, slot]);
    announce(`Added ${titleOf(slot)}`);
  };
  return (
    <>
      <AgendaList
        label="Agenda for each person"
        entries={entries}
        onChange={(next) => onChange(next.map((entry) => entry.slot))}
      />
      <div className="flex flex-wrap items-end gap-3 pt-3">
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
        <Button onClick={() => add({ groupId: adding === '' ? null : adding })}>
          <Plus size={16} aria-hidden="true" />
          Add
        </Button>
        {offersCode ? (
          <Button onClick={() => add(CODE_PLACE)}>
            <Code size={16} aria-hidden="true" />
            Add a code exercise
          </Button>
        ) : null}
      </div>
    </>
  );
}
