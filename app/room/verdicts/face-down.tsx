'use client';

import { useIsHost, useLive } from '@/app/live/use-room';
import { useNameOf } from '@/app/room/shell/use-panel-room';
import { Button } from '@/app/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/app/ui/menu';
import { useExcuse } from './use-excuse';

interface Props {
  in: number;
  of: number;
  excused: readonly string[];
}

/** A card for every verdict that is in, and a gap for every one that is missing. They do not show whose they are. */
export function FaceDown({ in: given, of, excused }: Props) {
  const nameOf = useNameOf();
  const isHost = useIsHost();
  const raters = useLive((state) => state.view.door?.raters);
  const excuse = useExcuse();
  const due = raters?.filter((memberId) => !excused.includes(memberId)) ?? [];
  const places = Array.from({ length: of }, (_, place) => place);
  return (
    <section aria-label="Verdicts so far" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <span className="flex gap-1.5" aria-hidden="true">
          {places.map((place) => (
            <span
              key={place}
              className={
                place < given
                  ? 'h-11 w-8 animate-arrive rounded bg-ink/80'
                  : 'h-11 w-8 rounded border border-edge border-dashed'
              }
            />
          ))}
        </span>
        <p role="status" className="tabular">
          {given} of {of} verdicts in
        </p>
        {isHost && due.length > 0 && given < of ? (
          <Menu
            align="start"
            trigger={
              <Button size="sm" variant="quiet">
                Excuse somebody
              </Button>
            }
          >
            <MenuLabel>Who cannot give a verdict?</MenuLabel>
            {due.map((memberId) => (
              <MenuItem key={memberId} onSelect={() => excuse(memberId)}>
                {nameOf(memberId)}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
      </div>
      {excused.length > 0 ? (
        <p className="text-ink-soft text-sm">Excused: {excused.map(nameOf).join(', ')}.</p>
      ) : null}
    </section>
  );
}
