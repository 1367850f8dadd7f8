import { clsx } from 'clsx';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import X from 'lucide-react/icons/x';
import type { ComponentProps, CSSProperties, ReactNode, Ref } from 'react';

/** One place on an agenda. `name` is its name in announcements. */
export interface AgendaEntry {
  id: string;
  name: string;
  /** Small, above: the competency. */
  heading: ReactNode;
  body?: ReactNode;
  /** Its planned time, in words. */
  length: string;
}

export interface AgendaRowProps {
  entry: AgendaEntry;
  place: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
  /** Props for the grip from drag and drop, once that has loaded. */
  grip?: ComponentProps<'button'> & { ref?: Ref<HTMLButtonElement> };
  rowRef?: Ref<HTMLLIElement>;
  style?: CSSProperties;
  lifted?: boolean;
}

/** A row that people can move and remove by pointer, by finger and by keyboard. */
export function AgendaRow({
  entry,
  place,
  count,
  onMove,
  onRemove,
  grip,
  rowRef,
  style,
  lifted,
}: AgendaRowProps) {
  return (
    <li
      ref={rowRef}
      style={style}
      className={clsx(
        'group flex items-start gap-1 border-line border-b py-2.5 last:border-b-0',
        lifted && 'relative z-10 rounded border-transparent bg-raised shadow-float',
      )}
    >
      <button
        type="button"
        {...grip}
        disabled={!grip}
        aria-label={`Drag ${entry.name}`}
        className="flex min-h-(--control-sm) w-7 shrink-0 touch-none cursor-grab items-center justify-center rounded text-ink-soft hover:bg-ink/6 hover:text-ink active:cursor-grabbing"
      >
        <GripVertical size={16} aria-hidden="true" />
      </button>
      <span className="tabular hidden w-6 shrink-0 pt-1.5 text-ink-soft text-sm sm:block" aria-hidden="true">
        {place + 1}
      </span>
      <div className="min-w-0 flex-1 py-1">
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-medium">{entry.heading}</span>
          <span className="tabular text-ink-soft">{entry.length}</span>
        </p>
        {entry.body ? <p className="text-ink-soft text-sm">{entry.body}</p> : null}
      </div>
      <div className="flex shrink-0">
        <RowButton
          id={`agenda-${entry.id}-up`}
          label={`Move ${entry.name} up`}
          unavailable={place === 0}
          onPress={() => onMove(place - 1)}
          icon={<ArrowUp size={16} aria-hidden="true" />}
        />
        <RowButton
          id={`agenda-${entry.id}-down`}
          label={`Move ${entry.name} down`}
          unavailable={place === count - 1}
          onPress={() => onMove(place + 1)}
          icon={<ArrowDown size={16} aria-hidden="true" />}
        />
        <RowButton
          id={`agenda-${entry.id}-remove`}
          label={`Remove ${entry.name}`}
          onPress={onRemove}
          icon={<X size={16} aria-hidden="true" />}
        />
      </div>
    </li>
  );
}

interface RowButtonProps {
  id: string;
  label: string;
  icon: ReactNode;
  unavailable?: boolean;
  onPress: () => void;
}

/**
 * Unavailable, not disabled, so that it keeps the focus when a row has reached the end. It is its own heir, since the
 * draggable list may replace the plain one while somebody is using it.
 */
function RowButton({ id, label, icon, unavailable, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      id={id}
      data-heir={id}
      aria-label={label}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? undefined : onPress}
      className="flex size-(--control-sm) items-center justify-center rounded text-ink-soft hover:bg-ink/6 hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-35 aria-disabled:hover:bg-transparent"
    >
      {icon}
    </button>
  );
}
