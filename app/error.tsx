'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Button } from './ui/button';
import { buttonClass } from './ui/button-class';
import { ErrorState } from './ui/error-state';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Bare on purpose: it comes with every page, and it must not fail with what failed. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const tryAgain = () => {
    // Its code is of a version that nobody serves any more.
    if (error.name === 'ChunkLoadError') return location.reload();
    // What failed on the server has to be asked for anew, not only shown again.
    startTransition(() => {
      router.refresh();
      reset();
    });
  };
  return (
    <main id="main" className="px-4 sm:px-6">
      <ErrorState
        sign="Error"
        title="This page could not be shown"
        reference={error.digest}
        action={
          <>
            <Button onClick={tryAgain}>Try again</Button>
            <a href="/" className={buttonClass({ variant: 'quiet' })}>
              Go home
            </a>
          </>
        }
      >
        What was saved is safe, and a running room goes on without this page. Try again; if it stays, tell the
        person who runs this Hotseat.
      </ErrorState>
    </main>
  );
}
