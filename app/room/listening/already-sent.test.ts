import { expect, test } from 'vitest';
import { alreadySent } from './already-sent';

const sent = { before: 'candidate', after: 'none', opened: false, over: false, published: false } as const;

test('before the reveal nothing of a note was sent, with whomever its author shared it', () => {
  expect(alreadySent(sent)).toBeNull();
  expect(alreadySent({ ...sent, before: 'none', opened: true, published: true })).toBeNull();
});

test('after the reveal the panel has seen it, and after publishing perhaps the candidate', () => {
  expect(alreadySent({ ...sent, opened: true })).toMatch(/^The panel has seen it .* replay/);
  expect(alreadySent({ ...sent, opened: true, published: true })).toMatch(/panel.*candidate may have read/);
  expect(alreadySent({ ...sent, after: 'panel', opened: true, published: true })).toMatch(/^If the host/);
  expect(alreadySent({ ...sent, before: 'panel', opened: true, published: true })).not.toContain('candidate');
});

test('once the round is over, the panel may have read it on the scorecard, and its replay has only what was shared before', () => {
  const told = alreadySent({ ...sent, before: 'panel', opened: true, over: true });
  expect(told).toMatch(/may have read it on the scorecard, downloaded it, .* a link/);
  expect(told).toContain('If you had shared it before the round was over, their replay');
  expect(told).not.toContain('since the reveal');
});

test('a new text doesn’t take the earlier one back from people who have read it', () => {
  const edited = { ...sent, after: 'candidate', edited: true } as const;
  expect(alreadySent(edited)).toBeNull();
  expect(alreadySent({ ...edited, opened: true })).toMatch(/^The panel has seen the earlier text/);
  expect(alreadySent({ ...edited, opened: true, published: true })).toMatch(
    /candidate may have read the earlier text/,
  );
  expect(alreadySent({ ...edited, before: 'none', opened: true, published: true })).toBeNull();
});

test('sharing with more people takes nothing back', () => {
  expect(
    alreadySent({ ...sent, before: 'panel', after: 'candidate', opened: true, published: true }),
  ).toBeNull();
});
