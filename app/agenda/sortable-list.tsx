import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type ScreenReaderInstructions,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useId } from 'react';
import type { ListActions } from './agenda-list';
import { type AgendaEntry, AgendaRow } from './agenda-row';

interface SortableListProps {
  label: string;
  entries: readonly AgendaEntry[];
  actions: ListActions;
}

const instructions: ScreenReaderInstructions = {
  draggable: 'Press space to pick it up, the arrow keys to move it, space to drop it, escape to leave it.',
};

/** The same list with grips for dragging, by pointer or by space and arrow keys. */
export default function SortableList({ label, entries, actions }: SortableListProps) {
  const id = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (entryId: string | number) => entries.findIndex((entry) => entry.id === entryId);
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) actions.move(placeOf(active.id), placeOf(over.id));
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: announcements(entries), screenReaderInstructions: instructions }}
    >
      <SortableContext items={entries.map((entry) => entry.id)} strategy={verticalListSortingStrategy}>
        <ol aria-label={label}>
          {entries.map((entry, place) => (
            <SortableRow
              key={entry.id}
              entry={entry}
              place={place}
              count={entries.length}
              actions={actions}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps {
  entry: AgendaEntry;
  place: number;
  count: number;
  actions: ListActions;
}

function SortableRow({ entry, place, count, actions }: SortableRowProps) {
  const sortable = useSortable({ id: entry.id });
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    sortable;
  // Only the movement is used from the transform, so that rows keep their height while others pass.
  const way = transform && { ...transform, scaleX: 1, scaleY: 1 };
  return (
    <AgendaRow
      entry={entry}
      place={place}
      count={count}
      onMove={(to) => actions.move(place, to)}
      onRemove={() => void actions.remove(place)}
      grip={{ ...attributes, ...listeners, ref: setActivatorNodeRef }}
      rowRef={setNodeRef}
      style={{ transform: CSS.Transform.toString(way), transition }}
      lifted={isDragging}
    />
  );
}

function announcements(entries: readonly AgendaEntry[]): Announcements {
  const name = (id: string | number) => entries.find((entry) => entry.id === id)?.name ?? '';
  const place = (id: string | number) =>
    `${entries.findIndex((entry) => entry.id === id) + 1} of ${entries.length}`;
  return {
    onDragStart: ({ active }) => `Picked up ${name(active.id)}, ${place(active.id)}.`,
    onDragOver: ({ active, over }) => (over ? `${name(active.id)} would be ${place(over.id)}.` : undefined),
    // The list itself announces the final place.
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
