import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sharing } from '../protocol/sharing';
import { EVERYTHING_SHARED } from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import type { RoomState } from '../room/core/state';
import { closedInterview, interview, roomAfter } from '../testing/interview';
import { aiko, lena, marcus, priya, ROUND, type Step, sam } from '../testing/interview-script';
import { type Arbitrary, otherwise, type Reader } from '../testing/otherwise';
import { tries } from '../testing/tries';
import { playbackFor } from './playback';
import { scorecardFor } from './scorecard';
import { sharedCard } from './shared-card';
import { viewerOf } from './viewer';

const BY_SOMEBODY: readonly RoomEvent['type'][] = [
  'RatingSubmitted',
  'RatedAgain',
  'PointMarked',
  'NoteWritten',
  'FeedbackWritten',
  'VerdictSubmitted',
];

/** Two panelists swap what they said: a reader who sees no names cannot notice. */
function swapped(step: Step): Step {
  const other = step.by === marcus ? aiko : step.by === aiko ? marcus : step.by;
  return BY_SOMEBODY.includes(step.event.type) ? { ...step, by: other } : step;
}

/** What somebody sees, as bytes. */
type Look = (state: RoomState) => string;

/** Their scorecard, and the playback of each ask. */
const own =
  (memberId: string): Look =>
  (state) => {
    const [round] = state.rounds;
    const viewer = round && viewerOf(round, memberId);
    const playbacks = viewer && round.asks.map((ask) => playbackFor(state, ask, viewer, []));
    return JSON.stringify([scorecardFor(state, ROUND, memberId), playbacks]);
  };

/** What the reader of this member's share link gets. */
const shared =
  (makerId: string, names: boolean): Look =>
  (state) => {
    const card = scorecardFor(state, ROUND, makerId);
    if (!card) throw new Error('nothing to share');
    return JSON.stringify(sharedCard(card, names));
  };

function world(steps: readonly Step[], reader: Reader, any: Arbitrary, look: Look): string {
  const silent = any(fc.boolean);
  const kept = steps.flatMap((step) => {
    const event = otherwise(step, reader, any, silent);
    return event ? [{ ...step, event }] : [];
  });
  const isSwapped = !reader.isPanel && reader.shows.ratings !== 'named' && any(fc.boolean);
  return look(roomAfter(isSwapped ? kept.map(swapped) : kept));
}

/** A world in which the bytes differ; null if there is none. */
function otherLook(steps: readonly Step[], reader: Reader, look: Look): unknown {
  const expected = look(roomAfter(steps));
  const law = fc.property(fc.gen(), (any) => {
    expect(world(steps, reader, any, look)).toBe(expected);
  });
  return fc.check(law, tries()).errorInstance;
}

const EACH = [false, true];
const ALL_SHARING: Sharing[] = (['none', 'means', 'named'] as const).flatMap((ratings) =>
  EACH.flatMap((keyPoints) =>
    EACH.flatMap((verdicts) =>
      EACH.map((evidence) => ({ ratings, keyPoints, verdicts, evidence, feedback: !evidence })),
    ),
  ),
);

describe('what a reader may not know makes no difference to a single byte of their scorecard and its playback', () => {
  test.each(ALL_SHARING)(
    'a led candidate with ratings $ratings, points $keyPoints, verdicts $verdicts, evidence $evidence, feedback $feedback',
    (sharing) => {
      const steps = closedInterview({ sharing });
      const reader = { memberId: lena, isPanel: false, shows: sharing };
      expect(otherLook(steps, reader, own(lena))).toBeNull();
    },
  );

  test.each([
    ['the host', priya],
    ['a panelist', marcus],
    ['another panelist', aiko],
    ['an observer', sam],
  ])('%s', (_, memberId) => {
    const steps = closedInterview();
    const reader = { memberId, isPanel: true, shows: EVERYTHING_SHARED };
    expect(otherLook(steps, reader, own(memberId))).toBeNull();
  });

  test.each([true, false])('the reader of a share link, with names: %s', (names) => {
    const reader = { memberId: 'mb_reader000000', isPanel: true, shows: EVERYTHING_SHARED, link: { names } };
    for (const makerId of [priya, sam])
      expect(otherLook(closedInterview(), reader, shared(makerId, names))).toBeNull();
    for (const ratings of ['none', 'means'] as const) {
      const shows = { ...EVERYTHING_SHARED, ratings, keyPoints: names, verdicts: !names };
      const steps = closedInterview({ sharing: shows });
      expect(otherLook(steps, { ...reader, isPanel: false, shows }, shared(lena, names))).toBeNull();
    }
  });
});

test('what a reader may know does: the property above would notice', () => {
  const steps = interview();
  const card = (change: (event: RoomEvent, by: string | null) => RoomEvent) =>
    JSON.stringify(
      scorecardFor(
        roomAfter(steps.map((step) => ({ ...step, event: change(step.event, step.by) }))),
        ROUND,
        lena,
      ),
    );
  const same = card((event) => event);
  const rated = card((event, by) =>
    event.type === 'RatingSubmitted' && by === priya && event.askId === 'a1' ? { ...event, value: 1 } : event,
  );
  const ticked = card((event) => (event.type === 'PointMarked' ? { ...event, mark: 'missed' } : event));
  const noted = card((event) => (event.type === 'NoteWritten' ? { ...event, text: 'other' } : event));
  for (const other of [rated, ticked, noted]) expect(other).not.toBe(same);
});
