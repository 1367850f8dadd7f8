/** `email_verified` as issuers send it: some as text. */
const VERIFIED: readonly unknown[] = [true, 'true'];

/**
 * Whether somebody with this e-mail address may sign in. `domains` in lower case; none allows everybody. The issuer must
 * say that it has verified the address: at many, people write into their own account whatever address they like.
 */
export function isAllowedAddress(
  domains: readonly string[],
  { email, verified }: { email: unknown; verified: unknown },
): boolean {
  if (domains.length === 0) return true;
  if (typeof email !== 'string' || !VERIFIED.includes(verified)) return false;
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
