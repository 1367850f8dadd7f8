'use client';

import { useState } from 'react';
import { agendaItems } from '@/app/agenda/agenda';
import { LedAgenda } from '@/app/agenda/led-agenda';
import { ledTotal } from '@/app/agenda/total-in-words';
import { useBank } from '@/app/live/use-bank';
import { useAsks, usePanel, useSend } from '@/app/live/use-room';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { Button } from '@/app/ui/button';
import { Dialog, DialogClose } from '@/app/ui/dialog';
import type { Bank } from '@/server/protocol/bank';
import { outlineOf } from '@/server/protocol/outline-of';
import { BankNotice } from './bank-notice';

/** The questions still to come, in their order. Questions that were asked stay where they are. */
export default function AgendaDialog() {
  const { open } = usePanelUi();
  const { bank } = useBank();
  if (bank) return <Editor bank={bank} />;
  return (
    <Dialog open onClose={() => open(null)} title="Change the agenda">
      <BankNotice />
    </Dialog>
  );
}

function Editor({ bank }: { bank: Bank }) {
  const { open } = usePanelUi();
  const agenda = usePanel((view) => view.agenda.items);
  const asks = useAsks();
  const targetSeconds = usePanel((view) => view.room.targetSeconds);
  const send = useSend();
  const wasAsked = (itemId: string) => asks.some((ask) => ask.itemId === itemId);
  const [toCome, setToCome] = useState(() => agenda.filter((itemId) => !wasAsked(itemId)));
  const outline = outlineOf({
    groups: bank.groups,
    items: bank.items.filter((item) => !wasAsked(item.id)),
  });
  const total = ledTotal(agendaItems(outline, toCome), targetSeconds);
  const save = () => {
    // Somebody may have pushed one of them while this was open.
    const left = toCome.filter((itemId) => !wasAsked(itemId));
    void send({ type: 'SetAgenda', items: [...agenda.filter(wasAsked), ...left] });
    open(null);
  };
  return (
    <Dialog
      open
      wide
      onClose={() => open(null)}
      title="Change the agenda"
      description={`Still to come: ${total}. The candidate sees only how many questions there are.`}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Cancel</Button>
          </DialogClose>
          <Button variant="primary" onClick={save}>
            Save the agenda
          </Button>
        </>
      }
    >
      <LedAgenda outline={outline} agenda={toCome} targetSeconds={targetSeconds} onChange={setToCome} />
    </Dialog>
  );
}
