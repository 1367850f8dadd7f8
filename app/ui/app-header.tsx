import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { KeptFocus } from './kept-focus';
import { ThemeToggle } from './theme-toggle';
import { Wordmark } from './wordmark';

export type Place = 'home' | 'packs' | 'history';

type AppHeaderProps = {
  /** The current place. */
  current?: Place;
  /** A link to sign in, or who is signed in. */
  account?: ReactNode;
};

const PLACES: { id: Place; href: string; label: string }[] = [
  { id: 'home', href: '/', label: 'Home' },
  { id: 'packs', href: '/packs', label: 'Packs' },
  { id: 'history', href: '/history', label: 'History' },
];

/** Logo, places, theme and account, above every page except the live room; and what keeps the focus on that page. */
export function AppHeader({ current, account }: AppHeaderProps) {
  return (
    <header className="border-line border-b print:hidden">
      <KeptFocus />
      <div className="mx-auto flex min-h-14 w-full max-w-page flex-wrap items-center gap-x-1 px-4 sm:gap-x-6 sm:px-6">
        <Link
          href="/"
          className="inline-flex min-h-(--control-sm) items-center rounded"
          aria-label="Hotseat, home"
        >
          <Wordmark />
        </Link>
        <nav aria-label="Places" className="flex h-14">
          {PLACES.map(({ id, href, label }) => (
            <Link
              key={id}
              href={href}
              aria-current={id === current ? 'page' : undefined}
              className={clsx(
                '-mb-px inline-flex items-center border-b px-1 text-sm transition-colors focus-visible:-outline-offset-4 sm:px-3',
                id === current
                  ? 'border-ink font-medium text-ink'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <ThemeToggle />
          {account}
        </div>
      </div>
    </header>
  );
}
