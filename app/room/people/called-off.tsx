'use client';

import { useParams } from 'next/navigation';
import { useMine } from '@/app/live/use-room';
import { useServerNow } from '@/app/live/use-time';
import { CalledOffTime } from '@/app/ui/called-off-time';

/** The host took a time back that this person was told, and may have in a calendar. `isOver`: and ended the room. */
export function CalledOff({ isOver = false }: { isOver?: boolean }) {
  const calledOff = useMine((mine) => mine.calledOff) ?? null;
  const { roomId } = useParams<{ roomId: string }>();
  const now = useServerNow(10_000);
  if (calledOff === null || now >= calledOff) return null;
  return <CalledOffTime at={calledOff} href={`/api/rooms/${roomId}/calendar`} isOver={isOver} />;
}
