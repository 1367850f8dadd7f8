'use client';

import { useCallback, useEffect, useRef } from 'react';
import { type NoteDraft, noteDraft, parseNoteDraft } from '@/app/live/drafts';
import { randomId } from '@/app/live/random-id';
import { useDraft, useRoomClient } from '@/app/live/use-room';
import { useAnswerNow } from '@/app/room/asking/use-answer-now';
import { ownOf } from '@/server/protocol/in-order';
import type { PanelAsk } from '@/server/protocol/view-asking';
import { LIMITS } from '@/server/protocol/words';

/** A pause in typing (ms) after which the text goes to the room, so that another device has it too. */
const PAUSE_MS = 1_200;

/**
 * The note that a person is typing for one ask. It has the moment at which the typing began. It is saved in pauses and
 * when the question leaves the screen, and `done` finishes it.
 */
export function useNoteDraft(ask: PanelAsk) {
  const { askId } = ask;
  const client = useRoomClient();
  const answerNow = useAnswerNow(ask);
  const [stored, store] = useDraft(noteDraft(askId));
  const draft = parseNoteDraft(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const now = parseNoteDraft(client.drafts.get(noteDraft(askId)));
    const text = now?.text.trim();
    // Too long for the room: it stays here, with its count, until it is shorter.
    if (now && text && text.length <= LIMITS.note)
      void client.send({ type: 'WriteNote', askId, ...now, text });
  }, [client, askId]);

  useEffect(() => save, [save]);

  /** Deletes what a pause has sent, if the note is empty again. */
  const takeBack = (noteId: string) => {
    const mine = ownOf(client.getState().mine?.asks ?? {}, askId);
    if (mine && ownOf(mine.notes, noteId)) void client.send({ type: 'DeleteNote', askId, noteId });
  };
  const write = (text: string) => {
    clearTimeout(timer.current);
    if (text === '') {
      if (draft) takeBack(draft.noteId);
      return store('');
    }
    const next: NoteDraft = draft
      ? { ...draft, text }
      : { noteId: randomId(), text, atMs: answerNow(), share: 'none' };
    store(JSON.stringify(next));
    timer.current = setTimeout(save, PAUSE_MS);
  };
  const done = () => {
    if (draft && draft.text.trim().length > LIMITS.note) return;
    if (draft && draft.text.trim() === '') takeBack(draft.noteId);
    save();
    store('');
  };
  return { draft, write, done };
}
