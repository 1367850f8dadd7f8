/**
 * One step of a JSON Patch (RFC 6902), of the three kinds that `difference` makes. Its schema is in `wire.ts`, since
 * browsers load this file.
 */
export type Operation =
  | { op: 'add'; path: string; value: unknown }
  | { op: 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string };

/**
 * The steps that turn one JSON value into another. It does not look into objects that are the same object. For a list
 * that only grew it gives the additions, for any other changed list the whole. As in JSON, an `undefined` field is missing.
 */
export function difference(before: unknown, after: unknown): Operation[] {
  const operations: Operation[] = [];
  compare(before, after, '', operations);
  return operations;
}

function compare(before: unknown, after: unknown, path: string, operations: Operation[]): void {
  if (before === after) return;
  if (isRecord(before) && isRecord(after)) compareRecords(before, after, path, operations);
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, path, operations);
  else operations.push({ op: 'replace', path, value: after });
}

type JsonRecord = Readonly<Record<string, unknown>>;

function compareRecords(before: JsonRecord, after: JsonRecord, path: string, operations: Operation[]): void {
  let common = 0;
  for (const key of Object.keys(after)) {
    const value = after[key];
    if (value === undefined) continue;
    // No JSON value equals an inherited property, so there is no need to check whether the field is an own one.
    const isSameObject = value === before[key];
    if (!isSameObject && !has(before, key)) {
      operations.push({ op: 'add', path: inside(path, key), value });
      continue;
    }
    common += 1;
    if (!isSameObject) compare(before[key], value, inside(path, key), operations);
  }
  const keysBefore = Object.keys(before);
  if (keysBefore.length === common) return;
  for (const key of keysBefore) {
    if (has(before, key) && !has(after, key)) operations.push({ op: 'remove', path: inside(path, key) });
  }
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  operations: Operation[],
): void {
  const grew = after.length >= before.length && before.every((value, index) => isSame(value, after[index]));
  if (!grew) {
    operations.push({ op: 'replace', path, value: after });
    return;
  }
  for (const value of after.slice(before.length)) operations.push({ op: 'add', path: `${path}/-`, value });
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || difference(before, after).length === 0;
}

/**
 * The value after these steps. Parts that no step touches stay the same objects. It throws on a path that does not
 * exist, since such a patch was made from another value.
 */
export function applyPatch<T>(value: T, operations: readonly Operation[]): T {
  // The maker of the patch promises that the outcome has the type of the first value.
  return operations.reduce<unknown>((now, step) => applied(now, tokensOf(step.path), step), value) as T;
}

function applied(value: unknown, tokens: readonly string[], step: Operation): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    if (step.op !== 'replace') throw new PatchMisfit(step);
    return step.value;
  }
  if (Array.isArray(value)) return appliedToList(value, token, rest, step);
  if (isRecord(value)) return appliedToRecord(value, token, rest, step);
  throw new PatchMisfit(step);
}

function appliedToRecord(
  value: JsonRecord,
  token: string,
  rest: readonly string[],
  step: Operation,
): JsonRecord {
  if (rest.length === 0 && step.op === 'add') return { ...value, [token]: step.value };
  if (!has(value, token)) throw new PatchMisfit(step);
  if (rest.length === 0 && step.op === 'remove') {
    const { [token]: _, ...others } = value;
    return others;
  }
  // A computed key is always an own field: here even `__proto__` is only a name.
  return { ...value, [token]: applied(value[token], rest, step) };
}

function appliedToList(
  value: readonly unknown[],
  token: string,
  rest: readonly string[],
  step: Operation,
): readonly unknown[] {
  const isLast = rest.length === 0;
  if (isLast && step.op === 'add' && token === '-') return [...value, step.value];
  const index = /^(?:0|[1-9]\d*)$/.test(token) ? Number(token) : Number.NaN;
  const end = isLast && step.op === 'add' ? value.length : value.length - 1;
  if (!(index <= end)) throw new PatchMisfit(step);
  if (isLast && step.op === 'add') return value.toSpliced(index, 0, step.value);
  if (isLast && step.op === 'remove') return value.toSpliced(index, 1);
  return value.with(index, applied(value[index], rest, step));
}

/** A patch that was not made from this value. */
export class PatchMisfit extends Error {
  override name = 'PatchMisfit';

  constructor({ op, path }: Operation) {
    super(`cannot ${op} at ${path}`);
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(record: JsonRecord, key: string): boolean {
  return Object.hasOwn(record, key) && record[key] !== undefined;
}

/** JSON Pointer (RFC 6901): `~` and `/` in a key are written `~0` and `~1`. */
function inside(path: string, key: string): string {
  return `${path}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;
}

function tokensOf(path: string): string[] {
  if (path === '') return [];
  return path
    .split('/')
    .slice(1)
    .map((token) => (token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token));
}
