/**
 * Whether one of our pages sent a request: its origin is the public address, or the host in the request with the same
 * scheme. `host` is the request's `Host` header. If people open https, a page that came over http is not ours.
 */
export function isOwnOrigin(origin: string, host: string | null | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const asking = new URL(origin);
  const ours = new URL(publicUrl);
  return asking.protocol === ours.protocol && (asking.host === ours.host || asking.host === host);
}
