import type { Principal } from '@/server/runtime/principal';

/** Null for a person whose name is still to be asked for. */
export function knownName(principal: Principal | null): string | null {
  return principal?.name || null;
}
