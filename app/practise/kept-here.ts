import { post } from '@/app/http';
import { deleteAllRecordings, deleteRecordingsOf, soundInAll } from '@/app/room/alone/recordings';
import { deleteSaid, saidInAll } from '@/app/room/alone/use-said';

/** What this browser has of somebody's own answers. */
export interface KeptHere {
  /** Answers that were recorded, wholly or in part. */
  recorded: number;
  bytes: number;
  /** Answers that were written down. */
  written: number;
}

/** The server takes no more in one question. */
const ROOMS_AT_ONCE = 100;

export async function keptHere(): Promise<KeptHere> {
  const sound = await soundInAll();
  return {
    recorded: new Set(sound.map(({ roomId, askId }) => `${roomId}/${askId}`)).size,
    bytes: sound.reduce((sum, { bytes }) => sum + bytes, 0),
    written: saidInAll().length,
  };
}

export async function deleteAllHere(): Promise<void> {
  for (const { roomId, askId } of saidInAll()) deleteSaid(roomId, askId);
  await deleteAllRecordings();
}

/** Deletes what belongs to practices that are gone: no page shows it any more. */
export async function deleteOfGoneRooms(): Promise<void> {
  const said = saidInAll();
  const roomIds = [...new Set([...(await soundInAll()), ...said].map(({ roomId }) => roomId))];
  for (let from = 0; from < roomIds.length; from += ROOMS_AT_ONCE) {
    const some = roomIds.slice(from, from + ROOMS_AT_ONCE);
    const answer = await post<string[]>('/api/practice/gone', { roomIds: some });
    if (!answer.ok) return;
    for (const gone of answer.value) {
      for (const { roomId, askId } of said) if (roomId === gone) deleteSaid(roomId, askId);
      await deleteRecordingsOf(gone).catch(() => undefined);
    }
  }
}
