import { UNREADABLE_NAME } from './name-problem';

const WORDS: Record<string, string> = {
  AccessDenied: 'The service did not let you in. Try another way below.',
  CookiesBlocked:
    'Your browser blocks cookies for this site, and Hotseat needs one to know who you are. Allow cookies for this site, reload the page, then try again.',
  GuestName: UNREADABLE_NAME,
  OAuthSignin: 'The sign-in service could not be reached. Nothing is lost: try again in a minute.',
  SignedIn: 'You are signed in already. Reload the page.',
  TooManyGuests: 'Many guests have just signed in from your network. Wait a few minutes, then try again.',
  Unavailable: 'Signing in isn’t working right now. Nothing is lost: try again in a minute.',
  Verification: 'That link was used before, or is too old. Ask for a new one.',
};

const OTHER = 'Signing in did not work. Nothing is lost. Try again, or choose another way below.';

/**
 * What an error from next-auth or from us means for the person who reads it; null if there is none. After a dot the error
 * may have its reference in the server's log.
 */
export function signInProblem(error: string | string[] | undefined): string | null {
  if (error === undefined || error === 'SessionRequired') return null;
  const [code = '', reference = ''] = typeof error === 'string' ? error.split('.') : [];
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : OTHER;
  return /^[0-9a-f]{8}$/.test(reference) ? `${words} Reference ${reference}.` : (words ?? null);
}
