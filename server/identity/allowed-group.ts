/**
 * Whether somebody with these claims is in one of the groups that may sign in; none allows everybody. `claim`: its name, or a
 * path into an object, such as Keycloak's `realm_access.roles`. Groups are compared as they are written.
 */
export function isInAllowedGroup(groups: readonly string[], claim: string, claims: unknown): boolean {
  if (groups.length === 0) return true;
  const named = groupsIn(claims, claim);
  return groups.some((group) => named.includes(group));
}

/** The groups that the claims name: a list, or a single one. */
export function groupsIn(claims: unknown, claim: string): unknown[] {
  const whole = own(claims, claim);
  const found = whole === undefined ? claim.split('.').reduce(own, claims) : whole;
  if (typeof found === 'string') return [found];
  return Array.isArray(found) ? found : [];
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
