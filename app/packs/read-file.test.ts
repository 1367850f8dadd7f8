import { expect, test } from 'vitest';
import { PACK_LIMITS } from '@/server/protocol/pack';
import { PACK_BYTES } from './pack-bytes';
import { readFile } from './read-file';

const file = (name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
  name,
  size,
  arrayBuffer: async () => bytes.buffer,
});
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

test('a text comes whole, with its mark of UTF-8', async () => {
  expect(await readFile(file('guide.md', bytesOf('\uFEFF# Führung\r\n')))).toEqual({
    ok: true,
    source: '\uFEFF# Führung\r\n',
  });
});

test('a Word file, a text in another encoding and a picture say what to do', async () => {
  for (const bytes of [bytesOf('PK\u0003\u0004\0\0'), new Uint8Array([0xff, 0xfe, 0x23, 0x00])]) {
    const reading = await readFile(file('guide.docx', bytes));
    expect(reading).toMatchObject({
      ok: false,
      message: expect.stringContaining('Save your guide as Markdown'),
    });
  }
});

test('a file that holds nothing says so', async () => {
  for (const text of ['', '\uFEFF \n\n'])
    expect(await readFile(file('guide.md', bytesOf(text)))).toMatchObject({
      ok: false,
      message: expect.stringContaining('guide.md is empty'),
    });
});

test('what is too large is not even read', async () => {
  expect(PACK_BYTES).toBe(PACK_LIMITS.bytes);
  const reading = await readFile(file('guide.md', bytesOf(''), PACK_BYTES + 500_000));
  expect(reading).toMatchObject({ ok: false, message: expect.stringContaining('1.5 MB') });
  const justAbove = await readFile(file('guide.md', bytesOf(''), PACK_BYTES + 1));
  expect(justAbove).toMatchObject({ message: expect.stringContaining('guide.md has 1.1 MB') });
});
