'use client';

import { useState } from 'react';
import { post } from '@/app/http';
import { notify } from '@/app/ui/notify';
import { forgetWords } from './forget-words';

/** Ends this browser's session, or all of them, and goes home. */
export function useSignOut() {
  const [pending, setPending] = useState(false);

  async function signOut(where: 'here' | 'everywhere') {
    setPending(true);
    try {
      if (where === 'everywhere') {
        const outcome = await post<null>('/api/account/sign-out-everywhere', {});
        if (!outcome.ok) throw new Error(outcome.message);
      }
      const { signOut: endSession } = await import('next-auth/react');
      await endSession({ redirect: false });
      await forgetWords();
      window.location.assign('/');
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
