import { expect, test } from 'vitest';
import { whenItShows } from './feedback-words';

test('a rater is told when others read their feedback, and what was sent by now', () => {
  expect(whenItShows({ published: false, sent: false })).toBe(
    'Nobody else reads it before the scorecard is published.',
  );
  expect(whenItShows({ published: true, sent: false })).not.toContain('earlier text');
  expect(whenItShows({ published: true, sent: true })).toMatch(
    /at once.*panel may have read the earlier text/,
  );
});

test('after a withdrawal it still says that the earlier text was sent', () => {
  expect(whenItShows({ published: false, sent: true })).toMatch(
    /^Nobody else.*may have read the earlier text/,
  );
});
