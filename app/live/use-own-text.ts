import { BASE_MARK, baseOf } from './drafts';
import { useDraft } from './use-room';
import { toSave } from './with-other';

/**
 * A text of one's own as it is typed in this window, beside what is saved of it. Another window of the same person, or
 * another host, may save something else meanwhile: then both texts are saved, and neither is lost.
 */
export function useOwnText(name: string, saved: string) {
  const [draft, setDraft] = useDraft(name);
  const [marked, setMarked] = useDraft(baseOf(name));
  // A draft from an earlier version does not say where its typing began.
  const base = marked === '' ? undefined : marked.slice(BASE_MARK.length);
  const touched = base === undefined ? draft !== '' : draft !== base;
  const text = touched ? draft : saved;
  const isElsewhere = touched && base !== undefined && saved !== base && !text.includes(saved);
  return {
    text,
    touched,
    /** What to save. */
    whole: touched ? toSave(base, saved, text) : saved,
    /** For the command that saves it. */
    base: touched && base === undefined ? undefined : saved,
    /** What was saved meanwhile, and is not in the text here. */
    elsewhere: isElsewhere ? saved : null,
    write(next: string) {
      if (!touched) setMarked(BASE_MARK + saved);
      setDraft(next);
    },
    clear() {
      setDraft('');
      setMarked('');
    },
  };
}
