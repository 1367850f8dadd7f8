import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { lastingJson } from './lasting-json';

const VALUE = {
  items: Array.from({ length: 200 }, (_, no) => ({ id: `q${no}`, prompt: 'How do you deploy?' })),
};
const JSON_TEXT = JSON.stringify(VALUE);

const asks = (headers: Record<string, string>) =>
  lastingJson(new Request('http://localhost/bank', { headers }), VALUE);

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['', null],
])('a browser that takes "%s" gets it as %s', async (accepted, encoding) => {
  const response = await asks({ 'accept-encoding': accepted });
  expect(response.headers.get('x-encoded-as')).toBe(encoding);
  const bytes = Buffer.from(await response.arrayBuffer());
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((body: Buffer) => body);
  expect(decode(bytes).toString()).toBe(JSON_TEXT);
  if (encoding !== null) expect(bytes.length).toBeLessThan(JSON_TEXT.length / 5);
});

test('only one person’s browser keeps it, and gets no second copy', async () => {
  const first = await asks({ 'accept-encoding': 'br' });
  expect(first.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
  expect(first.headers.get('vary')).toContain('Cookie');
  const etag = first.headers.get('etag') ?? '';
  for (const known of [etag, `"other", ${etag}`, '*']) {
    const again = await asks({ 'if-none-match': known });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  }
  expect((await asks({ 'if-none-match': '"other"' })).status).toBe(200);
});
