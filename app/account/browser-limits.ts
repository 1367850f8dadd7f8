import { browserPlace } from '@/app/browser-place';

/**
 * Reasons why Hotseat does not work fully in this browser. `insecure`: the page came over http although the deployment has
 * an https address, so the browser drops the sign-in cookie. `elsewhere`: it came over https to a deployment that knows of
 * none, and rejects what is done on it. `storage`: the browser cannot keep unsent data.
 */
export type BrowserLimit = 'insecure' | 'elsewhere' | 'cookies' | 'storage';

/** The limit to remove first; null if there is none. */
export function browserLimit(publicUrl: string): BrowserLimit | null {
  if (isInsecure(location.protocol, publicUrl)) return 'insecure';
  if (isElsewhere(location.protocol, publicUrl)) return 'elsewhere';
  if (!navigator.cookieEnabled) return 'cookies';
  return takesWords() ? null : 'storage';
}

export function isInsecure(protocol: string, publicUrl: string): boolean {
  return protocol === 'http:' && publicUrl.startsWith('https:');
}

export function isElsewhere(protocol: string, publicUrl: string): boolean {
  return protocol === 'https:' && publicUrl.startsWith('http:');
}

/** The same page at the deployment's own address. */
export function secureAddress(publicUrl: string, { pathname, search, hash }: Location | URL): string {
  const target = new URL(publicUrl);
  target.pathname = pathname;
  target.search = search;
  target.hash = hash;
  return target.href;
}

const TRY = 'hotseat-try';

function takesWords(): boolean {
  try {
    const place = browserPlace('localStorage');
    place?.setItem(TRY, '1');
    place?.removeItem(TRY);
    return place !== null;
  } catch {
    return false;
  }
}
