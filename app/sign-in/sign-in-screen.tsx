'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { UNREACHED } from '@/app/unreached';
import type { SignInProvider } from '@/server/doorway';
import { GuestForm } from './guest-form';

interface SignInScreenProps {
  goTo: string;
  guests: boolean;
  providers: readonly SignInProvider[];
  /** The name of a guest who wants to keep their data; null for others. */
  guestName: string | null;
  problem: string | null;
}

/** A name is enough, but an account has the history on every device. */
export function SignInScreen({ goTo, guests, providers, guestName, problem }: SignInScreenProps) {
  const [going, setGoing] = useState<string | null>(null);
  const [unreached, setUnreached] = useState(false);
  const trouble = unreached ? UNREACHED : problem;

  async function leaveFor(providerId: string) {
    setGoing(providerId);
    try {
      const { signIn } = await import('next-auth/react');
      await signIn(providerId, { callbackUrl: goTo });
    } catch {
      setGoing(null);
      setUnreached(true);
    }
  }

  return (
    <div className="flex w-full max-w-sm flex-col gap-8">
      <div>
        <h1 className="font-semibold text-2xl">{guestName ? 'Keep your history' : 'Sign in'}</h1>
        <p className="pt-2 text-ink-soft">
          {guestName
            ? `You are here as ${guestName}. Sign in to have your rooms and scorecards on every device.`
            : providers.length > 0
              ? 'With an account you have your scorecards on every device.'
              : 'Your name is enough.'}
        </p>
      </div>
      {trouble ? (
        <p role="alert" className="rounded bg-sunken px-4 py-3 text-sm">
          {trouble}
        </p>
      ) : null}
      {providers.length > 0 ? (
        <div className="flex flex-col gap-3">
          {providers.map((provider) => (
            <Button
              key={provider.id}
              size="lg"
              pending={going === provider.id}
              onClick={() => void leaveFor(provider.id)}
            >
              Continue with {provider.name}
            </Button>
          ))}
        </div>
      ) : null}
      {guests ? (
        <div className={providers.length > 0 ? 'border-line border-t pt-8' : undefined}>
          <GuestForm goTo={goTo} beside={providers.length > 0} />
        </div>
      ) : null}
    </div>
  );
}
