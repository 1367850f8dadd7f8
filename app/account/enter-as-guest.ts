import { signIn } from 'next-auth/react';

/** Signs somebody in by a name alone. Null when they are in; else what to tell them. */
export async function enterAsGuest(name: string): Promise<string | null> {
  try {
    const answer = await signIn('guest', { name: name.trim(), redirect: false });
    if (answer?.ok && !answer.error) return null;
    return 'You could not be let in under that name. Try another, or try again in a moment.';
  } catch {
    return 'The server could not be reached. Nothing is lost here: check your connection and try again.';
  }
}
