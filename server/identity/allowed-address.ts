/**
 * Whether somebody with this e-mail address may sign in. `domains` in lower case; none allows everybody. An issuer that says
 * whether it has verified the address must have verified it.
 */
export function isAllowedAddress(
  domains: readonly string[],
  { email, verified }: { email: unknown; verified: unknown },
): boolean {
  if (domains.length === 0) return true;
  if (typeof email !== 'string' || (verified !== undefined && String(verified) !== 'true')) return false;
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
