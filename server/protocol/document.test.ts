import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandTable, frameTable, rejectionTable, shape, sliceTable } from '../testing/protocol-document';
import { exampleRound } from '../testing/protocol-example';
import { openApiDocument } from './openapi';

const FILE = join(import.meta.dirname, '../../docs/protocol.md');
const PARTS: Record<string, () => string> = {
  commands: commandTable,
  rejections: rejectionTable,
  frames: frameTable,
  slices: sliceTable,
  round: () => `\`\`\`text\n${exampleRound()}\n\`\`\``,
};

function withParts(document: string): string {
  return Object.entries(PARTS).reduce((text, [name, make]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`docs/protocol.md has no place for ${name}`);
    return text.replace(place, (_, begin: string, end: string) => `${begin}${make()}\n${end}`);
  }, document);
}

test('docs/protocol.md says what the code does: else run this test with UPDATE_DOCS=1', () => {
  const document = readFileSync(FILE, 'utf8');
  const now = withParts(document);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, now);
  else expect(document).toBe(now);
});

test('docs/openapi.json is the description that the server gives: else run this test with UPDATE_DOCS=1', () => {
  const file = join(import.meta.dirname, '../../docs/openapi.json');
  const now = `${JSON.stringify(openApiDocument(), null, 1)}\n`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, now);
  expect(readFileSync(file, 'utf8')).toBe(now);
});

test('the example shows the candidate no key point, no rating and no message', () => {
  const candidate = exampleRound()
    .split('\n')
    .filter((line) => line.startsWith('← carl'));
  expect(candidate.length).toBeGreaterThan(8);
  for (const line of candidate) expect(line).not.toMatch(/key p1|key context|Shall we stop|"first"|"rated"/);
});

test('shapes fit on one line', () => {
  expect(
    shape({
      type: 'object',
      properties: { value: { anyOf: [{ type: 'integer', minimum: 1, maximum: 5 }, { type: 'null' }] } },
    }),
  ).toBe('{ value?: int 1…5 | null }');
});
