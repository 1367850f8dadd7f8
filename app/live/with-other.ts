/** Both windows' words, where another window of the same person saved something else since the typing here began on `base`. */
export function withOther(base: string, saved: string, typed: string): string {
  if (saved === base || typed.includes(saved)) return typed;
  if (typed === '') return saved;
  const added = base !== '' && typed.startsWith(base) ? typed.slice(base.length) : `\n\n${typed}`;
  return saved + added;
}

/** What to save of a field that may be untouched here: another window's words stay, and typed ones are joined to them. */
export function toSave(base: string | undefined, saved: string, shown: string): string {
  if (base === undefined) return shown;
  return shown === base ? saved : withOther(base, saved, shown);
}
