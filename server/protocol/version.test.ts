import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bank } from './bank';
import { commandBody } from './commands';
import { REJECTIONS } from './rejections';
import { VIEW_SCHEMAS } from './views';
import {
  cursorBody,
  cursorFrame,
  fullFrame,
  handshake,
  headFrame,
  outFrame,
  patchFrame,
  presenceFrame,
} from './wire';
import { PROTOCOL_VERSION } from './words';

/**
 * A hash of each version of the protocol on the wire. When this test shows a change since the last release, raise
 * PROTOCOL_VERSION in words.ts, so that a tab with the old version is told to reload, and pin the new hash beside the old
 * ones. The version that the next release brings is pinned anew.
 */
const PINNED: Record<number, string> = {
  1: '62f1ffdddff2106e',
  2: 'be2dfcff7abc8dca',
  3: '8ff1535e6b2cac02',
  4: 'c88fa10f938586e3',
  5: '56c6b2576bc306ba',
};

const WIRE = {
  bank,
  handshake,
  commandBody,
  fullFrame,
  patchFrame,
  presenceFrame,
  headFrame,
  outFrame,
  cursorBody,
  cursorFrame,
};

/** All schemas on the wire as JSON Schema, and the codes of rejections. It covers also what a schema rejects. */
function fingerprint(): string {
  const schemas = Object.entries({ ...WIRE, ...VIEW_SCHEMAS }).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  const codes = Object.keys(REJECTIONS);
  return createHash('sha256').update(JSON.stringify({ schemas, codes })).digest('hex').slice(0, 16);
}

test('the protocol on the wire has the hash of its version', () => {
  expect({ version: PROTOCOL_VERSION, hash: fingerprint() }).toEqual({
    version: PROTOCOL_VERSION,
    hash: PINNED[PROTOCOL_VERSION],
  });
});

test('the hash covers what a schema says', () => {
  const described = JSON.stringify(z.toJSONSchema(VIEW_SCHEMAS.candidate, { io: 'input' }));
  for (const name of ['progress', 'greenRoom', 'runningSince', 'additionalProperties'])
    expect(described).toContain(name);
});
