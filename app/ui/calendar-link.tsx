import CalendarPlus from 'lucide-react/icons/calendar-plus';
import CalendarX from 'lucide-react/icons/calendar-x';

/** A file for the reader's own calendar: with a reminder, or to take out what is off. */
export function CalendarLink({ href, isOff = false }: { href: string; isOff?: boolean }) {
  const Icon = isOff ? CalendarX : CalendarPlus;
  return (
    <a
      href={href}
      download="hotseat.ics"
      className="inline-flex min-h-(--control-sm) items-center gap-2 text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
    >
      <Icon size={16} aria-hidden="true" />
      {isOff ? 'Cancel it in your calendar' : 'Add to calendar'}
    </a>
  );
}
