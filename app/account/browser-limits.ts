import { browserPlace } from '@/app/browser-place';

/**
 * What keeps Hotseat from working in this browser. `insecure`: the page came over http, while the deployment is at an https
 * address, so the browser drops the cookie that signs people in. `storage`: what is not sent yet cannot be kept here.
 */
export type BrowserLimit = 'insecure' | 'cookies' | 'storage';

/** The limit that has to go first; null where there is none. */
export function browserLimit(publicUrl: string): BrowserLimit | null {
  if (isInsecure(location.protocol, publicUrl)) return 'insecure';
  if (!navigator.cookieEnabled) return 'cookies';
  return takesWords() ? null : 'storage';
}

export function isInsecure(protocol: string, publicUrl: string): boolean {
  return protocol === 'http:' && publicUrl.startsWith('https:');
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
