'use client';

import { Button } from '@/app/ui/button';
import { buttonClass } from '@/app/ui/button-class';
import { ErrorState } from '@/app/ui/error-state';
import type { BrowserLimit } from './browser-limits';

type Limit = Exclude<BrowserLimit, 'insecure'>;

const WORDS: Record<Limit, { what: string; toDo: string }> = {
  elsewhere: {
    what: 'Hotseat was not set up for this address.',
    toDo: 'You can look around, but what you do here is rejected. Tell the person who runs this server. Its log says which setting to correct.',
  },
  cookies: {
    what: 'Your browser blocks cookies for this site.',
    toDo: 'You can look around, but to join or open a room Hotseat needs one cookie that says who you are. Allow cookies for this site, then reload the page.',
  },
  storage: {
    what: 'Your browser stores nothing for this site.',
    toDo: 'Everything works, but what you have not sent is lost when you reload or close the page. To keep it, allow site data for this site, then reload.',
  },
};

/** A notice above a page, which works as far as it can. */
export function LimitStrip({ limit, onClose }: { limit: Limit; onClose: () => void }) {
  return (
    <aside
      aria-label={limit === 'elsewhere' ? 'This address' : 'Your browser'}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sunken px-4 py-2 text-sm sm:px-6 print:hidden"
    >
      <p role="alert" className="min-w-0 flex-1 basis-72">
        <strong>{WORDS[limit].what}</strong> {WORDS[limit].toDo}
      </p>
      {limit === 'storage' ? (
        <Button variant="quiet" size="sm" onClick={onClose}>
          Close
        </Button>
      ) : null}
    </aside>
  );
}

/** Replaces a page on which nobody could sign in. */
export function OpenSecurely({ address }: { address: string }) {
  return (
    <main id="main" tabIndex={-1} className="px-4 sm:px-6">
      <ErrorState
        title="Open Hotseat at its secure address"
        action={
          <a href={address} className={buttonClass({ variant: 'primary' })}>
            Open {new URL(address).origin}
          </a>
        }
      >
        This page came over http, where your browser drops the cookie that says who you are, so nobody can
        sign in here. Nothing is lost. Use the address that begins with https.
      </ErrorState>
    </main>
  );
}
