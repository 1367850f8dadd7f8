/** Closes a switch: a new member of the union fails to compile where it is forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
