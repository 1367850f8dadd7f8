/** Closes a switch: it does not compile while a member of the union is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
