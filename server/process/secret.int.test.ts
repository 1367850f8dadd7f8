import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRecord } from '../store/open';
import { secretMark } from '../store/secret-mark';
import { tempFolder } from '../testing/temp-folder';
import { openSecret } from './secret';

async function used() {
  const dataDir = tempFolder();
  const opened = await openRecord({ databaseUrl: null, dataDir });
  if (!opened.ok) throw new Error(opened.problem);
  onTestFinished(() => opened.record.close());
  const file = join(dataDir, 'auth-secret');
  const settings = {
    mark: secretMark(opened.db),
    file,
    authSecret: null,
    secretChanged: false,
    formerSecrets: [],
    nextSecret: null,
  };
  return { settings, file, first: await openSecret(settings) };
}

test('the secret from the first start is the same at the next', async () => {
  const { settings, first } = await used();
  expect(first).toMatchObject({ ok: true, secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await openSecret(settings)).toEqual(first);
});

test('a missing secret is not replaced by a new one, unless it is changed on purpose', async () => {
  const { settings, file, first } = await used();
  const written = readFileSync(file);
  rmSync(file);
  const opening = await openSecret(settings);
  expect(opening).toEqual({
    ok: false,
    problem: expect.stringMatching(/^The secret of this record is gone: .+auth-secret\. Put it back, or set/),
  });
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, written);
  expect(await openSecret(settings)).toEqual(first);
  rmSync(file);
  const changed = await openSecret({ ...settings, secretChanged: true });
  expect(changed).toMatchObject({ ok: true });
  expect(changed).not.toEqual(first);
  expect(await openSecret(settings)).toEqual(changed);
});

test('a secret that differs from the record’s is one line that repeats neither', async () => {
  const { settings, first } = await used();
  const authSecret = 'a secret of another deployment, long enough';
  const opening = await openSecret({ ...settings, authSecret });
  expect(opening).toEqual({
    ok: false,
    problem: expect.stringMatching(/^The record was used with another secret than the one in AUTH_SECRET\./),
  });
  expect(JSON.stringify(opening)).not.toContain(authSecret);
  expect(await openSecret({ ...settings, authSecret, secretChanged: true })).toMatchObject({ ok: true });
  expect(await openSecret(settings)).toMatchObject({ ok: false });
  expect(first.ok).toBe(true);
});

test('a new secret replaces the one that it is given as a former one, and no other', async () => {
  const { settings, first } = await used();
  if (!first.ok) throw new Error(first.problem);
  const authSecret = 'a new secret, long enough to be one';
  const another = 'another secret, long enough to be one';
  expect(await openSecret({ ...settings, authSecret, formerSecrets: [another] })).toMatchObject({
    ok: false,
  });
  const replaced = { ...settings, authSecret, formerSecrets: [another, first.secret] };
  expect(await openSecret(replaced)).toEqual({ ok: true, secret: authSecret });
  expect(await openSecret({ ...settings, authSecret })).toMatchObject({ ok: true });
  expect(await openSecret(settings)).toMatchObject({ ok: false });
});

test('a process that knows the next secret starts before and after another has taken it over', async () => {
  const { settings, first } = await used();
  if (!first.ok) throw new Error(first.problem);
  const next = 'the next secret, long enough to be one';
  const old = { ...settings, authSecret: first.secret, nextSecret: next };
  expect(await openSecret(old)).toEqual({ ok: true, secret: first.secret });
  const replaced = { ...settings, authSecret: next, formerSecrets: [first.secret] };
  expect(await openSecret(replaced)).toEqual({ ok: true, secret: next });
  expect(await openSecret(old)).toEqual({ ok: true, secret: first.secret });
  // That changed nothing for those that go by the next one alone.
  expect(await openSecret({ ...settings, authSecret: next })).toMatchObject({ ok: true });
  expect(await openSecret({ ...settings, authSecret: first.secret })).toMatchObject({ ok: false });
});
