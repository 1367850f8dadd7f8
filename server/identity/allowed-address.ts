/** `email_verified` as issuers send it: some as text, some not at all. */
const MAY_BE: readonly unknown[] = [undefined, true, 'true'];

/**
 * Whether somebody with this e-mail address may sign in. `domains` in lower case; none allows everybody. An issuer that says
 * whether it has verified the address must have verified it.
 */
export function isAllowedAddress(
  domains: readonly string[],
  { email, verified }: { email: unknown; verified: unknown },
): boolean {
  if (domains.length === 0) return true;
  if (typeof email !== 'string' || !MAY_BE.includes(verified)) return false;
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
