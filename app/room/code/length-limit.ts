import { EditorState, type Extension } from '@codemirror/state';
import { CODE_LIMITS } from '@/server/protocol/words';

/** What somebody types, pastes or drops is not inserted where the text would become too long. What the room sends always is. */
export function lengthLimit(onTooLong: () => void): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const { newDoc, startState } = transaction;
    const isTooLong =
      transaction.isUserEvent('input') &&
      newDoc.length > CODE_LIMITS.text &&
      newDoc.length > startState.doc.length;
    if (!isTooLong) return transaction;
    onTooLong();
    return [];
  });
}
