import type { Metadata } from 'next';
import { AppShell } from './ui/app-shell';
import { ButtonLink } from './ui/button';
import { ErrorState } from './ui/error-state';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <AppShell>
      <ErrorState
        sign="404"
        title="There is nothing at this address"
        action={<ButtonLink href="/">Go home</ButtonLink>}
      >
        It may have been moved, or it belongs to somebody else. If a person sent you here, ask them for the
        link again.
      </ErrorState>
    </AppShell>
  );
}
