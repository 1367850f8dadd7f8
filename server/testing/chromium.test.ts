import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { shellBeside } from './chromium';

test('Playwright’s headless shell is looked for where Playwright puts it', () => {
  const cli = resolve(import.meta.dirname, '../../node_modules/playwright/cli.js');
  const words = [cli, 'install', '--dry-run', '--only-shell', 'chromium'];
  const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const folder = /Install location: +(\S+chromium_headless_shell\S+)/.exec(stdout)?.[1];
  expect(folder).toBeDefined();
  expect(shellBeside(chromium.executablePath()).startsWith(`${folder}/`)).toBe(true);
});
