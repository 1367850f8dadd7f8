'use client';

import { useState } from 'react';
import { ask, post } from '@/app/http';
import { notify } from '@/app/ui/notify';
import { forgetWords } from './forget-words';

/** Ends this browser's session, or all of them, and goes home or to `to`: by way of the issuer, where the settings say so. */
export function useSignOut() {
  const [pending, setPending] = useState(false);

  async function signOut(where: 'here' | 'everywhere', to = '/') {
    setPending(true);
    try {
      // While somebody is still signed in: afterwards nobody may know it.
      const issuer = await ask<string | null>('GET', '/api/account/sign-out-address');
      if (where === 'everywhere') {
        const outcome = await post<null>('/api/account/sign-out-everywhere', {});
        if (!outcome.ok) throw new Error(outcome.message);
      }
      const { signOut: endSession } = await import('next-auth/react');
      await endSession({ redirect: false });
      await forgetWords();
      window.location.assign((issuer.ok && issuer.value) || to);
    } catch {
      setPending(false);
      await notify('You are still signed in', {
        more: 'The server could not be reached. Try again in a moment.',
        failed: true,
      });
    }
  }

  return { signOut, pending };
}
