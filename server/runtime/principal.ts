/** A person as the whole program knows them, whatever they signed in with. `id` is `pr_` and 16 of a–z and 0–9. */
export interface Principal {
  id: string;
  name: string;
  kind: 'guest' | 'account';
  email: string | null;
  image: string | null;
  /** Earlier guest ids of the same person, whose rooms and scorecards are theirs too. */
  aliases: readonly string[];
}

/** A sign-in session: one browser's, until it is signed out. `id` is `ss_` and 24 of a–z and 0–9. */
export interface Session {
  id: string;
  principal: Principal;
}

/** All ids of a person, their own first: what they did under an earlier one is theirs too. */
export function idsOf(principal: Principal): [string, ...string[]] {
  return [principal.id, ...principal.aliases];
}
