/** Where to go after signing in: one of our paths, or home. Anything that could lead elsewhere is dropped. */
export function safeCallback(wanted: string | string[] | undefined, publicUrl: string): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, publicUrl)) return '/';
  const target = new URL(wanted, publicUrl);
  if (target.origin !== new URL(publicUrl).origin) return '/';
  // The sign-in page would just ask to sign in again.
  if (target.pathname === '/sign-in' || target.pathname.startsWith('/api/')) return '/';
  const path = target.pathname + target.search + target.hash;
  // Parsed a second time: `/.//elsewhere` has the path `//elsewhere`, which is another site's address.
  return new URL(path, publicUrl).href === target.href ? path : '/';
}
