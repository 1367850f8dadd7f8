const known = new WeakMap<object, number>();

/**
 * A number that two JSON values share if they are the same, however their keys are ordered, and that others hardly ever share.
 * That of an object is kept with it, so that a view of which little has changed costs little.
 */
export function fingerprint(value: unknown): number {
  if (typeof value !== 'object' || value === null) return ofText(`${typeof value} ${String(value)}`);
  const kept = known.get(value);
  if (kept !== undefined) return kept;
  const made = Array.isArray(value) ? ofList(value) : ofEntries(value);
  known.set(value, made);
  return made;
}

function ofList(list: readonly unknown[]): number {
  return list.reduce<number>((sum, one) => mixed(sum, fingerprint(one ?? null)), 7);
}

/** Independent of their order. JSON has no `undefined`. */
function ofEntries(value: object): number {
  let sum = 11;
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue;
    sum = (sum + mixed(ofText(key), fingerprint(one))) % 4_503_599_627_370_496;
  }
  return sum;
}

const texts = new Map<string, number>();

function ofText(text: string): number {
  const kept = texts.get(text);
  if (kept !== undefined) return kept;
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 13);
  }
  const made = joined(a, b);
  if (texts.size > 50_000) texts.clear();
  texts.set(text, made);
  return made;
}

function mixed(one: number, other: number): number {
  const a = Math.imul((one % 4_294_967_296) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.floor(one / 4_294_967_296);
  const b = Math.imul((other % 4_294_967_296) ^ (a >>> 15), 0xc2b2ae35) ^ Math.floor(other / 4_294_967_296);
  return joined(Math.imul(a ^ (b >>> 16), 0x27d4eb2f), Math.imul(b ^ a, 0x165667b1) ^ (a >>> 13));
}

function joined(a: number, b: number): number {
  return (a >>> 0) + ((b >>> 0) % 1_048_576) * 4_294_967_296;
}
