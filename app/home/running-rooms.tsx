import Link from 'next/link';
import { Badge } from '@/app/ui/badge';
import { EmptyState } from '@/app/ui/empty-state';
import { plural } from '@/app/ui/format';
import { PanelHeading } from '@/app/ui/panel-heading';
import { Skeleton } from '@/app/ui/skeleton';

export type RunningRoom = {
  id: string;
  title: string;
  /** My seat in it: "Host", "Panelist", "Candidate", "Observer". */
  seat: string;
  /** Where it stands, in words: "In the lobby", "Round 2 of 4". */
  state: string;
  /** A question is being answered. */
  live: boolean;
  /** Null where I wait to be let in: who is inside is not mine to know. */
  people: number | null;
};

/** My rooms that have not ended. */
export function RunningRooms({ rooms }: { rooms: readonly RunningRoom[] }) {
  return (
    <section aria-labelledby="rooms">
      <PanelHeading id="rooms" className="border-line border-b pb-1">
        Running rooms
      </PanelHeading>
      {rooms.length === 0 ? (
        <EmptyState title="No rooms are running">
          A room that you start or join stands here until it ends, on every device where you are signed in.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {rooms.map((room) => (
            <li key={room.id}>
              <Link
                href={`/room/${room.id}`}
                className="-mx-3 flex min-h-16 items-center gap-4 rounded px-3 py-3 transition-colors hover:bg-ink/4"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{room.title}</span>
                  <span className="block truncate text-ink-soft text-sm">
                    {room.seat}
                    {room.people === null ? '' : ` · ${plural(room.people, 'person', 'people')}`}
                  </span>
                </span>
                <Badge tone={room.live ? 'live' : 'plain'}>{room.state}</Badge>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** While the rooms are being read. */
export function RunningRoomsSkeleton() {
  return (
    <section aria-busy="true" aria-label="Running rooms">
      <PanelHeading className="border-line border-b pb-1">Running rooms</PanelHeading>
      <div className="flex min-h-16 items-center justify-between py-3">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-4 w-44" />
          <Skeleton className="h-3 w-28" />
        </div>
        <Skeleton className="h-5 w-20" />
      </div>
    </section>
  );
}
