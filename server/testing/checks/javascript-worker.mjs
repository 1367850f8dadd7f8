import { isDeepStrictEqual } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

// Runs programs, each a candidate's text with a set of checks below it in one scope, without access to Node.
const ABSENT = [
  'process',
  'Buffer',
  'global',
  'require',
  'module',
  'exports',
  'fetch',
  'setImmediate',
  'console',
];

function assert(value, message = 'this is not true') {
  if (!value) throw new Error(message);
}
const say = (value) => (typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value)));
assert.equal = (actual, expected, message) =>
  assert(Object.is(actual, expected), message ?? `${say(actual)} is not ${say(expected)}`);
assert.deepEqual = (actual, expected, message) =>
  assert(isDeepStrictEqual(actual, expected), message ?? `${say(actual)} is not ${say(expected)}`);
assert.throws = (run, message = 'nothing was thrown') => {
  try {
    run();
  } catch {
    return;
  }
  assert(false, message);
};
assert.rejects = async (promise, message = 'nothing was rejected') => {
  const rejected = await Promise.resolve(typeof promise === 'function' ? promise() : promise).then(
    () => false,
    () => true,
  );
  assert(rejected, message);
};

const failureOf = async (run) => {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error);
  }
};

const AsyncFunction = (async () => {}).constructor;
const results = [];
for (const program of workerData) {
  const tests = [];
  const test = (name, run) => tests.push({ name, run });
  const broken = await failureOf(() => new AsyncFunction('test', 'assert', ...ABSENT, program)(test, assert));
  if (broken !== null) results.push({ name: 'the program', failed: broken });
  for (const { name, run } of tests) results.push({ name, failed: await failureOf(run) });
}
parentPort.postMessage(results);
