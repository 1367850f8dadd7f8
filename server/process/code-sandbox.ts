import { CSP } from './headers';

/**
 * The page in which checks run, in a frame of its own. The code there was typed by some person, so the page has no origin,
 * no network, no cookies and no storage, whatever page contains it. Its worker inherits all of this.
 */
export const SANDBOX_PATH = '/code-sandbox';

/** The page has to evaluate text. `sandbox` applies also if the frame lacks the attribute. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts',
].join('; ');

export const SANDBOX_HEADERS: Record<string, string> = {
  [CSP]: POLICY,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
};

/** Milliseconds until a program has to start and end, and what is taken of what it says. */
const LIMITS = {
  start: 60_000,
  script: 2_000,
  engine: 10_000,
  results: 40,
  name: 200,
  message: 400,
  output: 4_000,
};

/** What runs a program in its worker. Tests run the checks of shipped packs by it. */
export const CHECKS_WORKER = workerSource();

/**
 * Runs one program in a worker, and reports the outcome once. The worker sends each result at once, so that a program that
 * never ends still reports what it had done. An engine's worker gets its files along, and says when it has started: the
 * time before is not the program's.
 */
export const SANDBOX_PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Checks</title>
<script>
const LIMITS = ${JSON.stringify(LIMITS)};
const worker = ${JSON.stringify(CHECKS_WORKER)};
addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data !== 'object' || data === null) return;
  const { program, own, engine } = data;
  const results = [];
  let output = '';
  let over = false;
  let late;
  let begun = false;
  const script = new Blob([engine ? engine.script : worker], { type: 'text/javascript' });
  const running = new Worker(URL.createObjectURL(script));
  const end = (problem) => {
    if (over) return;
    over = true;
    running.terminate();
    clearTimeout(late);
    if (problem) results.push({ name: 'The whole program', ok: false, message: problem.slice(0, LIMITS.message) });
    parent.postMessage({ results: results.slice(0, LIMITS.results), output }, '*');
  };
  const begin = () => {
    if (begun) return;
    begun = true;
    clearTimeout(late);
    const ms = engine ? LIMITS.engine : LIMITS.script;
    late = setTimeout(() => end('It did not end within ' + ms / 1000 + ' seconds, so it was stopped.'), ms);
  };
  if (engine) late = setTimeout(() => end('It could not be started here.'), LIMITS.start);
  else begin();
  running.onerror = (event) => { event.preventDefault(); end(String(event.message)); };
  running.onmessage = ({ data: said }) => {
    if (over || typeof said !== 'object' || said === null) return;
    if (said.kind === 'started') begin();
    else if (said.kind === 'output') {
      output = (output + String(said.text)).slice(0, LIMITS.output);
      if (output.length >= LIMITS.output) end('It printed too much, so it was stopped.');
    } else if (said.kind === 'result') {
      const name = String(said.name).slice(0, LIMITS.name);
      results.push({ name, ok: said.ok === true, message: String(said.message).slice(0, LIMITS.message) });
      if (results.length >= LIMITS.results) end();
    } else if (said.kind === 'end') end(said.problem ? String(said.problem) : '');
  };
  const files = engine ? engine.files : {};
  running.postMessage({ program, own, files }, Object.values(files));
});
parent.postMessage({ ready: true }, '*');
</script>
`;

/**
 * The checks' own side: `test`, `assert` and `console`, and then the program, whose names the checks see. It is a block, so
 * that the program sees no name of it.
 */
function workerSource(): string {
  return `
{
const LIMITS = ${JSON.stringify(LIMITS)};
const send = self.postMessage.bind(self);
const shown = (value) => {
  if (typeof value === 'string') return value;
  if (value instanceof Error || value instanceof RegExp) return String(value);
  if (value instanceof Map) return 'Map ' + shown([...value]);
  if (value instanceof Set) return 'Set ' + shown([...value]);
  try { return JSON.stringify(value) ?? String(value); } catch { return String(value); }
};
// Cut here: what is on its way to the page takes memory there.
let left = LIMITS.output;
const print = (...values) => {
  if (left === 0) return;
  const text = (values.map(shown).join(' ') + '\\n').slice(0, left);
  left -= text.length;
  send({ kind: 'output', text });
};
const console = { log: print, info: print, warn: print, error: print, debug: print };
// Timers that are still to come: without tests, the program ends when none is left.
const later = globalThis.setTimeout;
const timers = new Set();
let isIdle = () => {};
const ended = (id) => {
  timers.delete(id);
  // What ended may have begun another, when what waited for it goes on.
  if (timers.size === 0) later(() => timers.size === 0 && isIdle(), 0);
};
const counted = (id) => { timers.add(id); return id; };
if (later) {
  const { clearTimeout, setInterval } = globalThis;
  globalThis.setTimeout = (run, ms, ...args) => {
    const id = later(() => { try { run(...args); } finally { ended(id); } }, ms);
    return counted(id);
  };
  globalThis.setInterval = (...args) => counted(setInterval(...args));
  globalThis.clearTimeout = globalThis.clearInterval = (id) => {
    clearTimeout(id);
    if (timers.has(id)) ended(id);
  };
}
const idle = async () => {
  if (!later) return;
  // The browser tells of a rejected promise only after this (ms).
  await new Promise((resolve) => later(resolve, 20));
  if (timers.size > 0) await new Promise((resolve) => { isIdle = resolve; });
};
const tests = [];
const test = (name, run) => void tests.push({ name, run });
const fail = (message) => { throw new Error(message); };
const assert = (value, message) => { if (!value) fail(message ?? 'the value is ' + shown(value)); };
// In the order of neither: whether each part of one has a part of the other to itself.
const paired = (as, bs, alike) => {
  const free = [...bs];
  return as.every((a) => {
    const at = free.findIndex((b) => alike(a, b));
    return at >= 0 && free.splice(at, 1).length === 1;
  });
};
const alikeInside = (a, b, alike) => {
  if (a instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp) return String(a) === String(b);
  if (a instanceof Error && (a.name !== b.name || a.message !== b.message)) return false;
  if (a instanceof Set || a instanceof Map) return a.size === b.size && paired([...a], b, alike);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && alike(a[key], b[key]));
};
const same = (a, b, within = new Map()) => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  // Already being compared: it goes round in a circle.
  if (within.get(a) === b) return true;
  const before = within.get(a);
  within.set(a, b);
  const isAlike = alikeInside(a, b, (x, y) => same(x, y, within));
  within.set(a, before);
  return isAlike;
};
assert.equal = (a, b, message) => { if (!Object.is(a, b)) fail(message ?? 'got ' + shown(a) + ', expected ' + shown(b)); };
assert.deepEqual = (a, b, message) => { if (!same(a, b)) fail(message ?? 'got ' + shown(a) + ', expected ' + shown(b)); };
assert.throws = (run, message) => {
  try { run(); } catch { return; }
  fail(message ?? 'nothing was thrown');
};
assert.rejects = async (promise, message) => {
  try { await (typeof promise === 'function' ? promise() : promise); } catch { return; }
  fail(message ?? 'nothing was rejected');
};
const wordsOf = (error) => (error instanceof Error ? (error.name === 'Error' ? error.message : error.name + ': ' + error.message) : shown(error));
// The program's own name in what an error says of its places, and the first line of a function that is made of text.
const NAMED = '\\n//# sourceURL=program.js';
const lineIn = (error) => Number(/program\\.js:(\\d+)/.exec(String(error instanceof Error ? error.stack : ''))?.[1] ?? 0);
let first = 1;
try { new Function('throw new Error();' + NAMED)(); } catch (error) { first = lineIn(error); }
// How many lines a person wrote: the checks follow them.
let own = 0;
const place = (error) => {
  const line = lineIn(error) - first + 1;
  return line > 0 && line <= own ? ' (line ' + line + ')' : '';
};
const words = (error) => {
  const at = place(error);
  return wordsOf(error).slice(0, LIMITS.message - at.length) + at;
};
self.onunhandledrejection = (event) => { event.preventDefault(); print('Uncaught ' + words(event.reason)); };
self.onmessage = async ({ data }) => {
  self.onmessage = null;
  own = data.own ?? 0;
  try {
    const load = new Function('test', 'assert', 'console', 'return (async () => {' + data.program + '\\n})()' + NAMED);
    await load(test, assert, console);
    if (tests.length === 0) await idle();
  } catch (error) {
    return send({ kind: 'end', problem: words(error) });
  }
  for (const { name: said, run } of tests.slice(0, LIMITS.results)) {
    const name = String(said).slice(0, LIMITS.name);
    try {
      await run();
      send({ kind: 'result', name, ok: true, message: '' });
    } catch (error) {
      send({ kind: 'result', name, ok: false, message: words(error) });
    }
  }
  send({ kind: 'end' });
};
}
`;
}
