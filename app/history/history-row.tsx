import Link from 'next/link';
import { scorecardHref } from '@/app/review/places';
import { Badge } from '@/app/ui/badge';
import { plural, score } from '@/app/ui/format';
import { LocalDate } from '@/app/ui/local-date';
import { MeanLine } from '@/app/ui/mean-line';
import { PublishedLater } from '@/app/ui/published-later';
import type { HistoryEntry } from '@/server/protocol/history';
import { ROLE_WORDS } from './query';
import { TickBox } from './tick-box';

/** One scorecard: when, what of, my part in it, and its number. */
export function HistoryRow({ entry, chosen }: { entry: HistoryEntry; chosen: boolean }) {
  const { title, packTitle, role, candidateName, heldAt, publishedAt, format, file } = entry;
  // A file can be anybody's, so it is named.
  const rater = file ? `${candidateName} alone` : 'yourself';
  // On a phone the line below the title is cut.
  const published = <PublishedLater heldAt={heldAt} publishedAt={publishedAt} />;
  const part = role === 'candidate' ? ROLE_WORDS.candidate : `${ROLE_WORDS[role]} for ${candidateName}`;
  return (
    <li className="flex items-center gap-1">
      <TickBox
        place={`${entry.roomId}/${entry.roundId}`}
        chosen={chosen}
        label={
          <>
            Choose {title}, <LocalDate at={heldAt} />
          </>
        }
      />
      <Link
        href={scorecardHref(entry)}
        className="-mr-3 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 rounded px-3 py-3.5 transition-colors hover:bg-ink/4 sm:grid-cols-[5.5rem_minmax(0,1fr)_auto]"
      >
        <span className="text-ink-soft text-sm tabular max-sm:order-last max-sm:col-span-2">
          <LocalDate at={heldAt} style="weekday" />
          <span className="sm:hidden">{published}</span>
        </span>
        <span className="min-w-0">
          <span className="block truncate font-medium">{title}</span>
          <span className="block truncate text-ink-soft text-sm">
            {format === 'alone' ? `Rated by ${rater}` : part} · {packTitle}
            <span className="max-sm:hidden">{published}</span>
          </span>
          {file ? (
            <span className="mt-1 flex min-w-0 items-center gap-2 text-ink-soft text-xs">
              <Badge>{file.signature}</Badge>
              <span className="truncate">from a file of {file.issuer}</span>
            </span>
          ) : null}
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
