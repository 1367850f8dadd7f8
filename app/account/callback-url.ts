/** Where to go after signing in: a path of ours, or home. Anything that could lead elsewhere is dropped. */
export function safeCallback(wanted: string | string[] | undefined, publicUrl: string): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, publicUrl)) return '/';
  const target = new URL(wanted, publicUrl);
  if (target.origin !== new URL(publicUrl).origin) return '/';
  // Signing in only to arrive at signing in again would be a circle.
  if (target.pathname === '/sign-in' || target.pathname.startsWith('/api/')) return '/';
  const path = target.pathname + target.search + target.hash;
  // Read once more: `/.//elsewhere` has the path `//elsewhere`, and that is another site's address.
  return new URL(path, publicUrl).href === target.href ? path : '/';
}
