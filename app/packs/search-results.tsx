import Link from 'next/link';
import { EmptyState } from '@/app/ui/empty-state';
import { PackText } from '@/app/ui/pack-text';
import type { FoundIn, PackHit } from '@/server/protocol/pack-library';

const WHERE: Record<FoundIn, string> = {
  tag: 'Tag',
  point: 'Key point',
  issue: 'Planted issue',
  answer: 'Answer',
  other: 'Also',
};

/** Questions and exercises that match, each with its pack and the matching part. */
export function SearchResults({ query, hits }: { query: string; hits: readonly PackHit[] }) {
  return (
    <section aria-labelledby="found" className="mt-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b pb-2">
        <h2 id="found" className="min-w-0 break-words font-semibold text-xl">
          Found for “{query}”
        </h2>
        <Link href="/packs" className="rounded text-sm underline underline-offset-4">
          All packs
        </Link>
      </div>
      {hits.length === 0 ? (
        <EmptyState title="Nothing was found">
          All your words must appear in one question or exercise: in its title, key points, planted issues,
          answer or tags. Try fewer words.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {hits.map((hit) => (
            <Hit key={`${hit.packId}/${hit.itemId}`} hit={hit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Hit({ hit: { packId, packTitle, itemId, kind, title, found } }: { hit: PackHit }) {
  return (
    <li className="py-3">
      <p className="break-words font-medium">
        <Link
          href={`/packs/${packId}/read#${encodeURIComponent(itemId)}`}
          className="rounded underline-offset-4 hover:underline"
        >
          <PackText>{title}</PackText>
        </Link>
      </p>
      {found ? (
        <p className="line-clamp-2 break-words text-sm">
          <span className="text-ink-soft">{WHERE[found.where]}: </span>
          <PackText>{found.text}</PackText>
        </p>
      ) : null}
      <p className="text-ink-soft text-sm">
        {kind === 'exercise' ? 'Exercise in ' : 'In '}
        <bdi>{packTitle}</bdi>
      </p>
    </li>
  );
}
