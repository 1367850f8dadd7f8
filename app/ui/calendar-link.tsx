import CalendarPlus from 'lucide-react/icons/calendar-plus';

/** A file for the reader's own calendar, with a reminder. */
export function CalendarLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      download="hotseat.ics"
      className="inline-flex min-h-(--control-sm) items-center gap-2 text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
    >
      <CalendarPlus size={16} aria-hidden="true" />
      Add to calendar
    </a>
  );
}
