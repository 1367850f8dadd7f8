/**
 * Whether a page of ours asks: its origin is the public address, or the host that the request names, by the same scheme.
 * `host` is the request's `Host` header. A page that came over http is none of ours where people open https.
 */
export function isOwnOrigin(origin: string, host: string | null | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const asking = new URL(origin);
  const ours = new URL(publicUrl);
  return asking.protocol === ours.protocol && (asking.host === ours.host || asking.host === host);
}
