import Link from 'next/link';

/** To the page on which a person prepares for a room. */
export function PrepareLink({ roomId }: { roomId: string }) {
  return (
    <Link
      href={`/prepare/${roomId}`}
      className="inline-flex min-h-(--control-sm) items-center text-ink-soft text-sm underline underline-offset-4 hover:text-ink"
    >
      Prepare
    </Link>
  );
}
