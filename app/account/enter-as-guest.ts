import { UNREACHED } from '@/app/unreached';
import { signInProblem } from './sign-in-problem';

/**
 * Signs a person in with just a name; with null, they are asked for one once others see it. Null on success, or else a
 * message for them.
 */
export async function enterAsGuest(name: string | null): Promise<string | null> {
  try {
    const { signIn } = await import('next-auth/react');
    const answer = await signIn('guest', {
      ...(name === null ? { nameless: 'yes' } : { name: name.trim() }),
      redirect: false,
    });
    if (answer?.error) return signInProblem(answer.error);
    if (!answer?.ok) return UNREACHED;
    return (await isSignedIn()) ? null : signInProblem('CookiesBlocked');
  } catch {
    return UNREACHED;
  }
}

/** A browser may accept the answer but drop its cookie. The server then knows nobody, and asks for a name again. */
async function isSignedIn(): Promise<boolean> {
  const response = await fetch('/api/account/sessions');
  if (response.status >= 500) throw new Error('the server could not be reached');
  return response.ok;
}
