import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const SAY = `
import { openLog } from './server/log';
const log = openLog('info');
log.info({ state: 'draining' }, 'one');
log.info('two');
log.error({ err: new Error('gone'), reference: '0123abcd' }, 'three');
const refused = Object.assign(new Error('it breaks a rule'), { code: '23502', detail: 'Failing row contains (secret).' });
log.error({ err: refused }, 'four');
try {
  JSON.parse('secret words of somebody');
} catch (error) {
  log.error({ err: new Error('a row', { cause: error }) }, 'five');
}
log.warn({ err: 'no error at all' }, 'six');
`;

function saidLines() {
  const root = new URL('..', import.meta.url);
  const args = ['--import', 'tsx', '--input-type=module', '-e', `${SAY}`];
  const said = execFileSync('/bin/sh', ['-c', '"$0" "$@" 2>&1', process.execPath, ...args], { cwd: root });
  const lines = said
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { said: said.toString(), lines };
}

test('every line has a reference: its own where a person was told it', () => {
  const { lines } = saidLines();
  expect(lines.map(({ msg }) => msg)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
  expect(lines[0]).toMatchObject({ state: 'draining', reference: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(lines[1].reference).toMatch(/^[0-9a-f]{8}$/);
  expect(lines[1].reference).not.toBe(lines[0].reference);
  expect(lines[2].reference).toBe('0123abcd');
});

test('the row that a database quotes in an error stays out of the log', () => {
  const { said, lines } = saidLines();
  expect(lines[3].err).toMatchObject({ message: 'it breaks a rule', code: '23502' });
  expect(said).not.toContain('secret');
});

test('what was read as JSON and is none stays out of the log', () => {
  const { said, lines } = saidLines();
  expect(lines[4].err.message).toBe('a row: what was read is no JSON');
  expect(lines[4].err.stack).toContain('at ');
  expect(said).not.toContain('words of somebody');
});
