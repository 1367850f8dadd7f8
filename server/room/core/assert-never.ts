/** Closes a switch: it does not compile while a member of the union is missing. The message has nothing that people wrote. */
export function assertNever(value: never): never {
  const kind: unknown =
    Object(value) === value ? (Reflect.get(value, 'type') ?? Reflect.get(value, 'kind')) : value;
  const isName = typeof kind === 'string' && /^[\w-]{1,40}$/.test(kind);
  throw new Error(`Unhandled: ${isName ? kind : typeof value}`);
}
