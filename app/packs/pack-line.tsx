import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/app/ui/button';
import type { PackSummary } from '@/server/protocol/pack-library';
import { countsInWords } from './counts-in-words';
import { packName } from './pack-name';

interface PackLineProps {
  pack: PackSummary;
  /** The address behind its title. */
  href: string;
  /** Beside the counts. */
  note?: string;
  menu: ReactNode;
}

/** One pack in a list: what is in it, a link to set up a room with it, and more. */
export function PackLine({ pack, href, note, menu }: PackLineProps) {
  const name = packName(pack);
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">
          <Link href={href} className="rounded underline-offset-4 hover:underline">
            {name}
          </Link>
        </p>
        <p className="text-ink-soft text-sm tabular">
          {countsInWords(pack)}
          {note ? ` · ${note}` : ''}
        </p>
      </div>
      <ButtonLink href={`/new?pack=${pack.id}`} size="sm" aria-label={`Set up a panel with ${name}`}>
        <span className="hidden sm:inline">Set up a panel</span>
        <span className="sm:hidden">Set up</span>
      </ButtonLink>
      {menu}
    </li>
  );
}
