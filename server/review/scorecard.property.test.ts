import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack, PackItem } from '../protocol/pack';
import type { Sharing } from '../protocol/sharing';
import {
  DECISIONS,
  EVERYTHING_SHARED,
  MARKS,
  NOTE_SHARES,
  type NoteShare,
  VERDICTS,
} from '../protocol/words';
import type { RoomEvent } from '../room/core/events';
import { closedInterview, interview, roomAfter } from '../testing/interview';
import { aiko, lena, marcus, priya, type Step, sam } from '../testing/interview-script';
import { tries } from '../testing/tries';
import { scorecardFor } from './scorecard';

/** Asks whose ratings never opened: one was skipped, nobody rated the other. */
const UNOPENED = ['a5', 'a7'];
const ASKED = ['misunderstanding', 'safe-release', 'slow-endpoint', 'n-plus-one', 'loose'];
const PANEL = [priya, marcus, aiko];

interface Reader {
  memberId: string;
  isPanel: boolean;
  shows: Sharing;
}

/** A source of arbitrary values that starts again for every pair of worlds. */
type Arbitrary = fc.GeneratorValue;

/**
 * The same event with everything in it changed that this reader may not know; null when it never happened. In a `silent`
 * world nobody ticked what this reader may not see, so that nobody disagreed either.
 */
function otherwise({ event, by }: Step, reader: Reader, any: Arbitrary, silent: boolean): RoomEvent | null {
  const { memberId, shows, isPanel } = reader;
  const own = by === memberId;
  const counts = PANEL.includes(by ?? '');
  const value = () => any(fc.option, fc.integer({ min: 1, max: 5 }), { nil: null });
  switch (event.type) {
    case 'MessageSent':
      return any(fc.boolean) ? null : { ...event, text: any(fc.string) };
    case 'StarMarked':
      return own ? event : { ...event, atMs: any(fc.nat) };
    case 'NoteWritten':
      return own || (counts && isNoteFor(event.share, reader))
        ? event
        : {
            ...event,
            text: any(fc.string),
            atMs: any(fc.nat),
            share: counts
              ? event.share === 'panel'
                ? 'panel'
                : 'none'
              : any(fc.constantFrom, ...NOTE_SHARES),
          };
    case 'PointMarked': {
      const seen = counts && shows.ratings !== 'none' && shows.keyPoints && !UNOPENED.includes(event.askId);
      if (own || seen) return event;
      return silent ? null : { ...event, mark: any(fc.constantFrom, ...MARKS) };
    }
    case 'RatingSubmitted':
    case 'RatedAgain': {
      const seen = counts && shows.ratings !== 'none' && !UNOPENED.includes(event.askId);
      return own || seen ? event : { ...event, value: value() };
    }
    case 'AskRevealed':
      return shows.ratings !== 'none' || any(fc.boolean) ? event : null;
    case 'VerdictSubmitted':
      return shows.verdicts
        ? event
        : { ...event, verdict: any(fc.constantFrom, ...VERDICTS), rationale: any(fc.string) };
    case 'FeedbackWritten':
      return shows.feedback ? event : { ...event, keepDoing: any(fc.string), workOn: any(fc.string) };
    case 'SummaryWritten':
      return shows.feedback ? event : { ...event, text: any(fc.string) };
    case 'DecisionRecorded':
      if (isPanel) return event;
      return { ...event, decision: any(fc.constantFrom, ...DECISIONS), why: any(fc.string) };
    case 'ReflectionWritten':
      return own || event.shared ? event : { ...event, text: any(fc.string) };
    case 'RoomOpened':
      return { ...event, pack: otherPack(event.pack, reader, any) };
    case 'RoundStarted':
      return { ...event, agenda: any(fc.shuffledSubarray, event.agenda) };
    default:
      return event;
  }
}

function isNoteFor(share: NoteShare, { isPanel, shows }: Reader): boolean {
  return isPanel ? share !== 'none' : share === 'candidate' && shows.evidence;
}

const BY_SOMEBODY: readonly RoomEvent['type'][] = [
  'RatingSubmitted',
  'RatedAgain',
  'PointMarked',
  'NoteWritten',
  'FeedbackWritten',
  'VerdictSubmitted',
];

/** Two of the panel say what the other said: a reader who sees no names cannot tell. */
function swapped(step: Step): Step {
  const other = step.by === marcus ? aiko : step.by === aiko ? marcus : step.by;
  return BY_SOMEBODY.includes(step.event.type) ? { ...step, by: other } : step;
}

/** Questions that were never asked, and of those that were: what only the panel prepares with, and hidden points. */
function otherPack(pack: Pack, reader: Reader, any: Arbitrary): Pack {
  const text = () => `x${any(fc.string)}`;
  const changed = <T extends PackItem>(item: T): T => ({
    ...item,
    anchors: null,
    notes: [text()],
    ...('hints' in item ? { hints: [text()] } : { why: text(), weakAnswers: [text()] }),
    ...(ASKED.includes(item.id) ? {} : { followUps: [] }),
    ...(ASKED.includes(item.id) || item.id === 'scope-change' ? {} : { prompt: text() }),
    ...(ASKED.includes(item.id) && reader.shows.keyPoints ? {} : hiddenPoints(item, text)),
  });
  return {
    ...pack,
    version: reader.shows.keyPoints ? pack.version : text(),
    notes: [text()],
    tips: [],
    questions: pack.questions.map(changed),
    exercises: pack.exercises.map(changed),
  };
}

function hiddenPoints(item: PackItem, text: () => string) {
  const context = text();
  const points = item.points.map((point) => ({ ...point, text: text(), context }));
  return 'improved' in item ? { points, improved: text(), reasons: [] } : { points };
}

function world(steps: readonly Step[], reader: Reader, any: Arbitrary): string {
  const silent = any(fc.boolean);
  const kept = steps.flatMap((step) => {
    const event = otherwise(step, reader, any, silent);
    return event ? [{ ...step, event }] : [];
  });
  const isSwapped = !reader.isPanel && reader.shows.ratings !== 'named' && any(fc.boolean);
  const state = roomAfter(isSwapped ? kept.map(swapped) : kept);
  return JSON.stringify(scorecardFor(state, 'r1', reader.memberId));
}

const EACH = [false, true];
const ALL_SHARING: Sharing[] = (['none', 'means', 'named'] as const).flatMap((ratings) =>
  EACH.flatMap((keyPoints) =>
    EACH.flatMap((verdicts) =>
      EACH.map((evidence) => ({ ratings, keyPoints, verdicts, evidence, feedback: !evidence })),
    ),
  ),
);

describe('what a reader may not know makes no difference to a single byte of their scorecard', () => {
  test.each(ALL_SHARING)(
    'a led candidate with ratings $ratings, points $keyPoints, verdicts $verdicts, evidence $evidence, feedback $feedback',
    (sharing) => {
      const steps = closedInterview({ sharing });
      const reader = { memberId: lena, isPanel: false, shows: sharing };
      const expected = JSON.stringify(scorecardFor(roomAfter(steps), 'r1', lena));
      fc.assert(
        fc.property(fc.gen(), (any) => {
          expect(world(steps, reader, any)).toBe(expected);
        }),
        tries(),
      );
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
    const expected = JSON.stringify(scorecardFor(roomAfter(steps), 'r1', memberId));
    fc.assert(
      fc.property(fc.gen(), (any) => {
        expect(world(steps, reader, any)).toBe(expected);
      }),
      tries(),
    );
  });
});

test('what a reader may know does: the property above would notice', () => {
  const steps = interview();
  const card = (change: (event: RoomEvent, by: string | null) => RoomEvent) =>
    JSON.stringify(
      scorecardFor(
        roomAfter(steps.map((step) => ({ ...step, event: change(step.event, step.by) }))),
        'r1',
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
