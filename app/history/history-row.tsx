import Link from 'next/link';
import { plural, score } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import { MeanLine } from '@/app/ui/mean-line';
import type { HistoryEntry } from '@/server/protocol/history';
import { ROLE_WORDS } from './query';

/** One scorecard: when, what of, my part in it, and its number. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const { roomId, roundId, title, packTitle, role, candidateName, publishedAt, format } = entry;
  const part = role === 'candidate' ? ROLE_WORDS.candidate : `${ROLE_WORDS[role]} for ${candidateName}`;
  return (
    <li className="flex items-center gap-1">
      <label className="grid size-(--control-md) shrink-0 cursor-pointer place-items-center">
        <input type="checkbox" name="round" value={`${roomId}/${roundId}`} className="size-5 accent-ink" />
        <span className="sr-only">
          Choose {title}, <LocalDate at={publishedAt} />
        </span>
      </label>
      <Link
        href={`/scorecards/${roomId}/${roundId}`}
        className="-mr-3 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 rounded px-3 py-3.5 transition-colors hover:bg-ink/4 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto]"
      >
        <span className="text-ink-soft text-sm tabular max-sm:order-last max-sm:col-span-2">
          <LocalDate at={publishedAt} style="weekday" />
        </span>
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
