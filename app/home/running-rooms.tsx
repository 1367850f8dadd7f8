import { PrepareLink } from '@/app/prepare/prepare-link';
import { Badge } from '@/app/ui/badge';
import { CalendarLink } from '@/app/ui/calendar-link';
import { EmptyState } from '@/app/ui/empty-state';
import { plural } from '@/app/ui/format';
import { LocalTime } from '@/app/ui/local-time';
import { HomeList, HomeRow } from './home-list';

export type RunningRoom = {
  id: string;
  title: string;
  /** My seat in it: "Host", "Panelist", "Candidate", "Observer". */
  seat: string;
  /** How far it is, in words: "In the lobby", "Round 2 of 4". */
  state: string;
  /** A question is being answered. */
  live: boolean;
  /** Null while I am in the waiting room, or have left: I may not know who is inside. */
  people: number | null;
  /** When my next round is planned to begin (ms), if that is in the future. */
  startsAt: number | null;
  /** I have a page to prepare with. */
  prepares: boolean;
};

function who(seat: string, people: number | null): string {
  return people === null ? seat : `${seat} · ${plural(people, 'person', 'people')}`;
}

/** My rooms that have not ended. */
export function RunningRooms({ rooms }: { rooms: readonly RunningRoom[] }) {
  return (
    <HomeList
      id="rooms"
      title="Running rooms"
      empty={
        <EmptyState title="No rooms are running">
          Rooms you start or join appear here until they end, on every device where you are signed in.
        </EmptyState>
      }
    >
      {rooms.map(({ id, title, seat, people, live, state, startsAt, prepares }) => (
        <HomeRow
          key={id}
          href={`/room/${id}`}
          title={title}
          under={
            startsAt === null ? (
              who(seat, people)
            ) : (
              <>
                <LocalTime at={startsAt} /> · {seat}
              </>
            )
          }
          links={
            startsAt === null && !prepares ? null : (
              <>
                {startsAt === null ? null : <CalendarLink href={`/api/rooms/${id}/calendar`} />}
                {prepares ? <PrepareLink roomId={id} /> : null}
              </>
            )
          }
        >
          <Badge tone={live ? 'live' : 'plain'}>{state}</Badge>
        </HomeRow>
      ))}
    </HomeList>
  );
}
