import { UNREACHED } from '@/app/unreached';

const REFUSED: Record<string, string> = {
  GuestName: 'That name cannot be shown. Use letters, up to 60 characters.',
  TooManyGuests: 'Many guests came in from your network just now. Wait a few minutes, then try again.',
  SignedIn: 'You are signed in already. Reload the page.',
};

/** Signs somebody in by a name alone. Null when they are in; else what to tell them. */
export async function enterAsGuest(name: string): Promise<string | null> {
  try {
    const { signIn } = await import('next-auth/react');
    const answer = await signIn('guest', { name: name.trim(), redirect: false });
    if (answer?.ok && !answer.error) return null;
    return REFUSED[answer?.error ?? ''] ?? UNREACHED;
  } catch {
    return UNREACHED;
  }
}
