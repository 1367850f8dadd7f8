import { CalendarLink } from './calendar-link';
import { LocalTime } from './local-time';

interface Props {
  at: number;
  /** The file that takes it out of a calendar. */
  href: string;
  /** It is off for good. */
  isOver?: boolean;
}

/** A time that is off, for a reader who was told it and may have it in a calendar. */
export function CalledOffTime({ at, href, isOver = false }: Props) {
  return (
    <section aria-label="Time" className="flex flex-col gap-1">
      <p>
        Called off: <LocalTime at={at} />.{isOver ? null : ' There is no new time yet.'}
      </p>
      <p>
        <CalendarLink href={href} isOff />
      </p>
    </section>
  );
}
