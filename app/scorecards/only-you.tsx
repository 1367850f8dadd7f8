import { clock } from '@/app/ui/format';
import type { ScorecardAsk } from '@/server/protocol/scorecard';
import { STAR_LETTERS, STAR_NAMES } from '@/server/protocol/words';

/** What only the viewer sees on a question: private notes, STAR marks, a rating that counts nowhere. Never printed. */
export function OnlyYou({ ask, observing }: { ask: ScorecardAsk; observing: boolean }) {
  if (!ask.mine) return null;
  const { first, second, stars, notes } = ask.mine;
  const marks = STAR_LETTERS.flatMap((letter) => {
    const atMs = stars[letter];
    return atMs === undefined ? [] : [{ letter, atMs }];
  });
  const kept = observing ? notes : notes.filter(({ share }) => share === 'none');
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
        {kept.map(({ noteId, text, atMs }) => (
          <li key={noteId} className="flex gap-3">
            <span className="w-10 shrink-0 text-right text-ink-soft tabular">{clock(atMs)}</span>
            <span className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
