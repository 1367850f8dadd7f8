import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createElsewhere } from './elsewhere';

function opened() {
  const warnings: string[] = [];
  const log = pino({ hooks: { logMethod: (words) => void warnings.push(String(words[0])) } });
  return { warnings, ...createElsewhere(log, 'http://localhost:3000') };
}

function asks(url: string, origin: string | null, method = 'POST'): IncomingMessage {
  const headers = { host: '192.168.1.5:3000', ...(origin !== null && { origin }) };
  return Object.assign(new IncomingMessage(new Socket()), { method, url, headers });
}

test('the log names each of the first few addresses once, with the setting to write, on one line', () => {
  const { tell, warnings } = opened();
  for (let time = 0; time < 3; time += 1) tell('https://panel.example.org');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('PUBLIC_URL=https://panel.example.org ');
  for (const unusable of ['no address\nof anything', 'null']) tell(unusable);
  expect(warnings).toHaveLength(1);
  for (let no = 0; no < 100; no += 1) tell(`https://${no}.example.org/${'x'.repeat(1_000)}`);
  expect(warnings).toHaveLength(5);
  for (const line of warnings) expect(line).not.toContain('\n');
});

test('a press on a page at another address is answered with what is wrong, and nothing else is', () => {
  const { answerTo, warnings } = opened();
  expect(answerTo(asks('/api/rooms', 'https://panel.example.org'))).toMatchObject({
    code: 'wrong-address',
    message: expect.stringContaining('opened at another address'),
  });
  expect(warnings).toHaveLength(1);
  const passed = [
    asks('/api/rooms', 'http://localhost:3000'),
    asks('/api/rooms', 'http://192.168.1.5:3000'),
    asks('/api/rooms', null),
    asks('/api/rooms', 'https://panel.example.org', 'GET'),
    asks('/api/auth/signin', 'https://panel.example.org'),
    asks('/join/ABCD', 'https://panel.example.org'),
  ];
  for (const request of passed) expect(answerTo(request)).toBeNull();
  expect(warnings).toHaveLength(1);
});
