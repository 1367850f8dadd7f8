import { expect, test } from 'vitest';
import { FILE_BYTES } from '@/server/protocol/guide-source';
import { MOST_BYTES } from './file-bytes';

test('the browser and the server accept files of the same size', () => {
  expect(MOST_BYTES).toBe(FILE_BYTES);
});
