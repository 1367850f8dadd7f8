/** A moment as a date-and-time field writes it, in this browser's own zone: "2026-12-08T14:00". */
export function localText(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * The moment (ms) that such a text means here; null for none. A time that the clocks skip in spring is an hour later, and of
 * one that they show twice in autumn it is the first.
 */
export function readLocal(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}
