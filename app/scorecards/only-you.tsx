import { clock } from '@/app/ui/format';
import type { Scorecard, ScorecardAsk } from '@/server/protocol/scorecard';
import { STAR_LETTERS, STAR_NAMES } from '@/server/protocol/words';
import { ShareNote } from './share-note';
import { placeOf } from './words';

type OnlyYouProps = { ask: ScorecardAsk; card: Scorecard; sharesNotes: boolean };

/** What only the viewer sees on a question: private notes, STAR marks, a rating that counts nowhere. Never printed. */
export function OnlyYou({ ask, card, sharesNotes }: OnlyYouProps) {
  if (!ask.mine) return null;
  const { first, second, stars, notes } = ask.mine;
  const observing = card.viewer.role === 'observer';
  const marks = STAR_LETTERS.flatMap((letter) => {
    const atMs = stars[letter];
    return atMs === undefined ? [] : [{ letter, atMs }];
  });
  // Without a reveal nobody else reads a note, and observers keep theirs.
  const mayShare = sharesNotes && card.viewer.role === 'panelist' && ask.panel !== null;
  const isEvidence = (noteId: string) =>
    ask.evidence.some((shared) => shared.memberId === card.viewer.memberId && shared.noteId === noteId);
  const kept = notes.filter(({ noteId }) => !isEvidence(noteId));
  const last = second ?? first;
  const uncounted = last && (observing || !ask.panel) ? last : null;
  if (marks.length === 0 && kept.length === 0 && !uncounted) return null;
  return (
    <div className="mt-5 max-w-prose rounded bg-sunken px-4 py-3 text-sm print:hidden">
      <h4 className="kicker">Only you see this</h4>
      {uncounted ? (
        <p className="mt-1.5">
          {observing ? 'Your practice rating' : 'Your rating, not revealed'}:{' '}
          {uncounted.value ?? 'not assessed'}
        </p>
      ) : null}
      {marks.length > 0 ? (
        <p className="mt-1.5 flex flex-wrap gap-x-4 tabular">
          {marks.map(({ letter, atMs }) => (
            <span key={letter}>
              {STAR_NAMES[letter]} <span className="text-ink-soft">{clock(atMs)}</span>
            </span>
          ))}
        </p>
      ) : null}
      <ul className="mt-1.5 flex flex-col gap-1.5 empty:hidden">
        {kept.map(({ noteId, text, atMs, share }) => (
          <li key={noteId} className="flex gap-3">
            <span className="w-10 shrink-0 text-right text-ink-soft tabular">{clock(atMs)}</span>
            <span className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
            {mayShare ? <ShareNote {...placeOf(card, ask)} noteId={noteId} share={share} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
