'use client';

import { AppShell } from './ui/app-shell';
import { Button, ButtonLink } from './ui/button';
import { ErrorState } from './ui/error-state';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <AppShell>
      <ErrorState
        sign="Error"
        title="This page could not be shown"
        reference={error.digest}
        action={
          <>
            <Button onClick={reset}>Try again</Button>
            <ButtonLink href="/" variant="quiet">
              Go home
            </ButtonLink>
          </>
        }
      >
        What was saved is safe, and a running room goes on without this page. Try again; if it stays, tell
        whoever runs this Hotseat.
      </ErrorState>
    </AppShell>
  );
}
