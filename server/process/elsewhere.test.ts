import { pino } from 'pino';
import { expect, test } from 'vitest';
import { tellElsewhere } from './elsewhere';

test('the log names each of the first few addresses once, with the setting to write, on one line', () => {
  const warnings: string[] = [];
  const log = pino({ hooks: { logMethod: (words) => void warnings.push(String(words[0])) } });
  const tell = tellElsewhere(log, 'http://localhost:3000');
  for (let time = 0; time < 3; time += 1) tell('https://panel.example.org');
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('PUBLIC_URL=https://panel.example.org ');
  tell('no address\nof anything');
  expect(warnings[1]).toContain('an unknown address');
  for (let no = 0; no < 100; no += 1) tell(`https://${no}.example.org/${'x'.repeat(1_000)}`);
  expect(warnings).toHaveLength(5);
  for (const line of warnings) expect(line).not.toContain('\n');
});
