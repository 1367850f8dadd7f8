'use client';

import Plus from 'lucide-react/icons/plus';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/app/ui/button';
import { duration } from '@/app/ui/format';
import { PackText } from '@/app/ui/pack-text';
import type { Outline } from '@/server/protocol/outline';
import { secondsOf } from '@/server/room/rules';
import { AddItems } from './add-items';
import { agendaItems } from './agenda';
import { AgendaList } from './agenda-list';
import { headingOf } from './heading';
import { Reason } from './reason';
import { twinWords } from './twin-words';

interface LedAgendaProps {
  outline: Outline;
  agenda: readonly string[];
  targetSeconds: number | null;
  /** Why an item was suggested, by its id. */
  reasons?: Readonly<Record<string, string>>;
  onChange: (agenda: string[]) => void;
}

/** The ordered questions and exercises of a led room, and the pack to add from. */
export function LedAgenda({ outline, agenda, targetSeconds, reasons, onChange }: LedAgendaProps) {
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const items = agendaItems(outline, agenda);
  const entries = items.map((item, place) => ({
    id: item.id,
    name: item.label,
    heading: headingOf(item, outline.groups),
    body: (
      <ItemBody
        label={item.label}
        reason={reasons?.[item.id]}
        twin={twinWords(item, items.slice(0, place), 'earlier on the agenda')}
      />
    ),
    length: duration(secondsOf(item, targetSeconds) * 1000),
  }));
  return (
    <>
      {entries.length === 0 ? (
        <p className="border-line border-b py-6 text-ink-soft">
          The agenda is empty. Add what you want to ask; anything in the pack can still be pushed during the
          round.
        </p>
      ) : null}
      <AgendaList
        label="Agenda"
        entries={entries}
        // A suggestion may already have restored the item that Undo restores.
        onChange={(next) => onChange([...new Set(next.map((entry) => entry.id))])}
      />
      <div className="pt-3">
        {adding ? (
          <AddItems
            outline={outline}
            taken={items}
            targetSeconds={targetSeconds}
            onAdd={(id) => onChange([...items.map((item) => item.id), id])}
            onDone={() => {
              flushSync(() => setAdding(false));
              opener.current?.focus();
            }}
          />
        ) : (
          <Button ref={opener} size="sm" onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
            Add from the pack
          </Button>
        )}
      </div>
    </>
  );
}

interface ItemBodyProps {
  label: string;
  reason: string | undefined;
  twin: string | null;
}

function ItemBody({ label, reason, twin }: ItemBodyProps) {
  return (
    <>
      <PackText>{label}</PackText>
      {reason ? <Reason words={reason} /> : null}
      {twin ? <Reason words={twin} warns /> : null}
    </>
  );
}
