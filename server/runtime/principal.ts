/** A person, no matter how they signed in. `id` is `pr_` and 16 of a–z and 0–9. */
export interface Principal {
  id: string;
  /** Empty for a guest who was not asked for one yet: they have only tried something out alone. */
  name: string;
  kind: 'guest' | 'account';
  email: string | null;
  image: string | null;
  /** Earlier guest ids of the same person, who also owns the rooms and scorecards of these ids. */
  aliases: readonly string[];
}

/** One browser's sign-in session, until it is signed out. `id` is `ss_` and 24 of a–z and 0–9. */
export interface Session {
  id: string;
  principal: Principal;
}

/** All ids of a person, the current one first, since things from an earlier id are theirs too. */
export function idsOf(principal: Principal): [string, ...string[]] {
  return [principal.id, ...principal.aliases];
}
