import Link from 'next/link';
import { plural, score } from '@/app/ui/format';
import { MeanLine } from '@/app/ui/mean-line';
import type { HistoryEntry } from '@/server/protocol/history';
import { ROLE_WORDS } from './query';

const dayOfMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });

/** One scorecard: when, what of, my part in it, and its number. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const { roomId, roundId, title, packTitle, role, candidateName, publishedAt, format } = entry;
  const part = role === 'candidate' ? ROLE_WORDS.candidate : `${ROLE_WORDS[role]} for ${candidateName}`;
  return (
    <li className="flex items-center gap-4">
      <input
        type="checkbox"
        name="round"
        value={`${roomId}/${roundId}`}
        aria-label={`Choose ${title}, ${dayOfMonth.format(publishedAt)}`}
        className="size-5 shrink-0 accent-ink"
      />
      <Link
        href={`/scorecards/${roomId}/${roundId}`}
        className="-mr-3 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 rounded px-3 py-3.5 transition-colors hover:bg-ink/4 sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]"
      >
        <time
          dateTime={new Date(publishedAt).toISOString()}
          className="text-ink-soft text-sm tabular max-sm:order-last max-sm:col-span-2"
        >
          {dayOfMonth.format(publishedAt)}
        </time>
        <span className="min-w-0">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-soft text-sm">
            {format === 'alone' ? 'Rated by yourself' : part} · {packTitle}
          </span>
        </span>
        <Scores scores={entry.scores} />
      </Link>
    </li>
  );
}

function Scores({ scores }: Pick<HistoryEntry, 'scores'>) {
  if (!scores) return <span className="text-right text-ink-soft text-sm">not shared</span>;
  const { first, second, ratings } = scores;
  if (first === null) return <span className="text-right text-ink-soft text-sm">not assessed</span>;
  const moved = second !== null && score(second) !== score(first);
  return (
    <span className="flex items-center gap-5">
      <MeanLine mean={first} className="hidden sm:block" />
      <span className="w-24 text-right">
        <span className="block font-semibold tabular">
          {score(first)}
          {moved ? <span className="font-normal text-ink-soft text-sm"> then {score(second)}</span> : null}
        </span>
        <span className="block text-ink-soft text-xs tabular">{plural(ratings, 'rating')}</span>
      </span>
    </span>
  );
}
