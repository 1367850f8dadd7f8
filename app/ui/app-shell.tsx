import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { AppHeader, type Place } from './app-header';

type AppShellProps = {
  current?: Place;
  account?: ReactNode;
  /** Classes for `<main>`, which is a centred column as wide as a page. */
  className?: string;
  children: ReactNode;
};

/** Header and `<main id="main">`, for every page except the live room. */
export function AppShell({ current, account, className, children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh flex-col pb-(--toast-room) print:block print:min-h-0 print:pb-0">
      <AppHeader current={current} account={account} />
      <main
        id="main"
        tabIndex={-1}
        className={clsx('mx-auto w-full max-w-page flex-1 px-4 sm:px-6', className)}
      >
        {children}
      </main>
    </div>
  );
}
