'use client';

import { useAsks, useMine } from '@/app/live/use-room';
import { agendaRows } from '@/app/room/agenda/agenda-rows';
import { usePanelUi } from '@/app/room/shell/panel-ui';
import { EmptyState } from '@/app/ui/empty-state';
import { clock } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';
import { inTime, ownOf } from '@/server/protocol/in-order';

/** Everything I wrote in this round, question by question, as the basis of a verdict. */
export function RoundNotes() {
  const asks = useAsks();
  const mine = useMine((me) => me.asks) ?? {};
  const { select, show } = usePanelUi();
  const rows = agendaRows([], asks, null).flatMap((row) => {
    const my = ownOf(mine, row.ask?.askId);
    return my ? [{ ...row, my }] : [];
  });
  return (
    <section aria-labelledby="round-notes" className="scroll-y relative flex min-h-0 flex-1 flex-col pb-4">
      <PanelHeading id="round-notes" className="px-4 pt-2">
        My round
      </PanelHeading>
      {rows.length === 0 ? (
        <EmptyState title="You wrote nothing down" className="px-4">
          Pick a question on the left to add a note now.
        </EmptyState>
      ) : null}
      {rows.map(({ itemId, heading, my }) => {
        const given = (my.second ?? my.first)?.value;
        return (
          <div key={itemId} className="px-4 py-1.5">
            <h3>
              <button
                type="button"
                onClick={() => {
                  select({ kind: 'ask', askId: my.askId });
                  show('question');
                }}
                className="flex min-h-(--control-sm) w-full items-center gap-3 rounded text-left font-medium text-sm hover:underline"
              >
                <span className="min-w-0 flex-1 truncate">{heading}</span>
                <span className="text-ink-soft tabular">
                  {given === undefined ? 'not rated' : (given ?? 'n/a')}
                </span>
              </button>
            </h3>
            <ul>
              {inTime(my.notes).map((note) => (
                <li key={note.noteId} className="flex gap-2 py-0.5 text-sm">
                  <span className="min-w-9 shrink-0 text-right text-ink-soft tabular">
                    {clock(note.atMs)}
                  </span>
                  <span className="wrap-anywhere min-w-0 whitespace-pre-wrap">{note.text}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
